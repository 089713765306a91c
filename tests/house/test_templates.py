"""Templates carry their view's name, and use nothing that their view did not give."""

import pytest
from django.template import Context, Engine

from tests import templates as watched
from tests.house.source import ROOT, short, templates
from tests.templates import Undefined, UndefinedVariableError


def rendered(folder, text: str) -> str:
    (folder / "page.html").write_text(text)
    engine = Engine(dirs=[folder], string_if_invalid=Undefined("%s"))
    return engine.get_template("page.html").render(Context({}))


def test_an_undefined_variable_of_ours_fails(tmp_path, monkeypatch):
    monkeypatch.setattr(watched, "OURS", str(tmp_path))

    with pytest.raises(UndefinedVariableError):
        rendered(tmp_path, "<p>{{ need.summary }}</p>")


def test_in_other_peoples_templates_it_stays_empty(tmp_path):
    assert rendered(tmp_path, "<p>{{ need.summary }}</p>") == "<p></p>"


def test_a_template_of_a_page_is_named_as_its_view():
    from tests.house.test_doors import ours

    views = {item.callback.__name__ for _, item in ours() if hasattr(item.callback, "door")}
    pages = [
        path
        for path in templates()
        if path.relative_to(ROOT / "templates").parts[0] in {"mapping", "imports", "overview", "people"}
        and "{% extends" in path.read_text()
        and "{% block main %}" in path.read_text()
    ]
    variants = {
        "home_of_researcher",
        "import_work",
    }  # what a view shows instead: to a researcher, and while work goes on
    unnamed = {
        short(path)
        for path in pages
        if path.stem not in variants and not any(path.stem == view or view.startswith(path.stem) for view in views)
    }
    assert {name for name in unnamed if not name.split("/")[-1].startswith(("_", "base"))} == set()
