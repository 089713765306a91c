"""docs/spreadsheets.md says which columns there are; the code knows."""

from mapping.imports.page import PAGE, renewed


def test_the_page_of_columns_is_what_the_importer_knows():
    written = PAGE.read_text(encoding="utf-8")

    assert written == renewed(written), "Run `python -m mapping.imports.page`."
