"""Other people's code is what it was, and our own asks no other site for anything."""

import json
import re

import pytest

from ecosystem.ui.storage import HouseStaticFilesStorage, folded
from ecosystem.ui.vendor import FILES, MANIFEST, ROOT, sha256

ENTRIES = json.loads(MANIFEST.read_text())
SHEET = ROOT / "static/css/app.css"


@pytest.mark.parametrize("path", sorted(FILES))
def test_a_vendored_file_is_unchanged(path):
    assert sha256(ROOT / path) == ENTRIES[path]["sha256"]


def test_nothing_else_lies_in_vendor():
    found = {str(path.relative_to(ROOT)) for path in (ROOT / "static/vendor").rglob("*") if path.is_file()}

    assert found - {"static/vendor/manifest.json"} == {path for path in FILES if path.startswith("static/")}


@pytest.mark.parametrize("name", ["package.json", "package-lock.json", ".npmrc"])
def test_no_file_names_a_registry(name):
    assert not re.search(r"\"resolved\"|https?://[\w.-]*(registry|npm)", (ROOT / name).read_text())


def test_every_component_sheet_is_imported():
    imported = set(re.findall(r'@import url\("([^"]+)"\)', SHEET.read_text()))
    sheets = {str(path.relative_to(SHEET.parent)) for path in (SHEET.parent / "components").glob("*.css")}

    assert sheets <= imported


def test_the_folded_sheet_imports_nothing_and_is_small():
    text = folded(SHEET)

    assert "@import" not in text
    assert "url(" not in text
    assert len(text.encode()) < 60_000


def test_our_own_code_asks_no_other_site():
    ours = [*(ROOT / "static/css").rglob("*.css"), *(ROOT / "static/js").rglob("*.js")]

    assert [str(path) for path in ours if re.search(r"https?://|//[a-z]+\.", path.read_text())] == []


def test_templates_have_no_inline_script_or_style():
    rule = re.compile(
        r"\sstyle=|<style|\son(click|load|change|submit|input)=|<script(?![^>]*(src=|type=\"(application/json|importmap)\"))"
    )

    assert [str(path) for path in (ROOT / "templates").rglob("*.html") if rule.search(path.read_text())] == []


def test_production_serves_the_folded_sheet_under_its_hash(tmp_path):
    for name in ["css/app.css", "css/a.css"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('@import url("a.css") layer(type);' if "app" in name else "p { margin: 0 }")
    storage = HouseStaticFilesStorage(location=str(tmp_path), base_url="/static/")

    list(storage.post_process({"css/app.css": (storage, "css/app.css"), "css/a.css": (storage, "css/a.css")}))

    assert "@layer type {\np { margin: 0 }}" in (tmp_path / storage.hashed_files["css/app.css"]).read_text()
