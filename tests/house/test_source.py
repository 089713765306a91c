"""What must never be in the project, and what must be said where."""

import ast
import re

from tests.house.source import python_files, short, templates, tracked_files

RAW_SQL = re.compile(r"\.(raw|extra)\(|RawSQL\(|cursor\(\)|\.execute\(")
# Each file here holds its SQL as constants, and says why the ORM does not serve.
MAY_SPEAK_SQL = (
    "ecosystem/embedded.py",
    "ecosystem/tenancy/",
    "ecosystem/history/operations.py",  # the function that forgets, installed by a migration
    "ecosystem/history/purge.py",  # … and its call
    "ecosystem/imports/actions/merge.py",  # one set-based merge and its undo: statements in ecosystem/imports/sql.py
    "ecosystem/imports/actions/undo.py",
    "ecosystem/imports/staging/store.py",
    "ecosystem/threads/operations.py",
    "ecosystem/threads/search/",  # the ids-only function: a condition behind a policy cannot use the index
)
BREAKS_OUT = re.compile(r"(?i)<script(?![^>]*(nonce|type=.application/json))|\son\w+\s*=\s*[\"']|\sstyle\s*=|<style")
SUPPRESSED = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<rest>[^\n]*)")
UNSAID = re.compile(r"^(:\s*[\w, ]+|\[[\w, -]+\])?\s*$")


def test_raw_sql_only_where_it_is_allowed():
    speaking = [short(path) for path in python_files() if RAW_SQL.search(path.read_text())]
    assert [name for name in speaking if not name.startswith(MAY_SPEAK_SQL) and not name.endswith("/sql.py")] == []


def test_no_script_or_style_inside_templates():
    assert [short(path) for path in templates() if BREAKS_OUT.search(path.read_text())] == []


def test_nothing_of_this_machine_or_of_registries():
    words = "|".join(
        (
            "py" + "pi.org",
            "python" + "hosted",
            "registry.npm" + "js",
            "deb.deb" + "ian.org",
            "/wo" + "rk/",
            "/ro" + "ot/",
        )
    )
    found = [path for path in tracked_files() if path.suffix not in {".png", ".mo", ".woff2", ".xlsx", ".ods"}]
    assert [short(path) for path in found if re.search(words, path.read_text(errors="ignore"))] == []


def test_silenced_warnings_say_why():
    silent = []
    for path in python_files():
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if (found := SUPPRESSED.search(line)) and UNSAID.match(found["rest"]):
                silent.append(f"{short(path)}:{number}")
    assert silent == []


def test_no_signals_no_save_overrides_no_admin():
    found = []
    for path in python_files():
        tree = ast.parse(path.read_text())
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        text = path.read_text()
        if "models" in path.parts and "save" in names:
            found.append(f"{short(path)}: save()")
        if "django.contrib.admin" in text or "post_save" in text or "pre_save.connect" in text:
            found.append(f"{short(path)}: signal or admin")
    assert found == []


def test_nothing_is_left_for_later():
    later = "TO" + "DO"
    files = [path for path in tracked_files() if path.suffix in {".py", ".html", ".js", ".css", ".md"}]
    assert [short(path) for path in files if later in path.read_text() or "FIX" + "ME" in path.read_text()] == []
