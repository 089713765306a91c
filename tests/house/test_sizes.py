"""Nothing outgrows the house. Exemptions and their reasons: docs/decisions/."""

import ast
from collections import Counter

import pytest

from tests.house.source import ROOT, python_files, short, templates, tracked_files

FILE, FUNCTION, VIEW, TEMPLATE, TEST_FILE, FOLDER, SETTINGS = 300, 40, 20, 150, 400, 20, 250
EXEMPT_FOLDERS = {".", "ecosystem"}  # the root and the shared ground: decision 24


def lines(path) -> int:
    return len(path.read_text().splitlines())


def functions(path):
    tree = ast.parse(path.read_text())
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node: ast.FunctionDef) -> int:
    """Lines of a function, without its decorators and its docstring."""
    first = node.body[0]
    is_docstring = (
        isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    )
    said = (first.end_lineno or 0) - first.lineno + 1 if is_docstring else 0
    return (node.end_lineno or 0) - node.lineno + 1 - said


def test_files_stay_short():
    too_long = {short(path): lines(path) for path in python_files() if lines(path) > FILE}
    too_long |= {short(path): lines(path) for path in python_files(tests=True) if lines(path) > TEST_FILE}
    assert too_long == {}


def test_settings_stay_readable():
    assert lines(ROOT / "ecosystem" / "settings.py") <= SETTINGS


def test_functions_stay_short():
    found = {f"{short(path)}:{node.name}": length(node) for path in python_files() for node in functions(path)}
    assert {name: count for name, count in found.items() if count > FUNCTION} == {}


def test_views_do_one_thing():
    views = [path for path in python_files() if "views" in path.parts or path.stem == "views"]
    found = {f"{short(path)}:{node.name}": length(node) for path in views for node in functions(path)}
    assert {name: count for name, count in found.items() if count > VIEW} == {}


def test_templates_stay_short():
    assert {short(path): lines(path) for path in templates() if lines(path) > TEMPLATE} == {}


def test_folders_stay_small():
    kept = [path for path in tracked_files() if path.suffix not in {".po", ".mo", ".png"}]
    entries = Counter(
        parent
        for parent, _ in {_entry(path, depth) for path in kept for depth in range(len(path.relative_to(ROOT).parts))}
    )
    assert {folder: count for folder, count in entries.items() if count > FOLDER and folder not in EXEMPT_FOLDERS} == {}


def _entry(path, depth: int) -> tuple[str, str]:
    parts = path.relative_to(ROOT).parts
    return "/".join(parts[:depth]) or ".", parts[depth]


@pytest.mark.parametrize("folder", ["ecosystem", "mapping"])
def test_every_module_says_what_it_is_for(folder):
    silent = [
        short(path)
        for path in python_files()
        if path.relative_to(ROOT).parts[0] == folder
        and path.read_text().strip()
        and not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert silent == []
