"""Whatever is uploaded, the answer is one clear sentence and the process lives."""

import io
import time
import zipfile

import pytest

from ecosystem.imports.sheets import Limits, SheetError, read_workbook
from ecosystem.imports.sheets.read import bare_environment

SHEET = "xl/worksheets/sheet1.xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def refusal(data, filename="g.xlsx", limits=None):
    with pytest.raises(SheetError) as caught:
        read_workbook(data, filename, limits=limits)
    assert str(caught.value)
    return caught.value


def sheet_xml(inside):
    return f'<worksheet xmlns="{MAIN}"><sheetData>{inside}</sheetData></worksheet>'.encode()


@pytest.fixture
def small(make_xlsx):
    return make_xlsx(Sheet=[["Name", "Phone"], ["A", "1"]])


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b",,,\n,,,\n", "empty"),
        (b"%PDF-1.7\n...", "pdf"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"<!DOCTYPE html><html><table>", "web_page"),
        (b"  <html><body>", "web_page"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old_excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "word"),
        (b"{\\rtf1 hello", "word"),
        (b"\x1f\x8b\x08\0\0", "archive"),
        (b"PK\x03\x04 not really", "damaged"),
        (b"Name,Phone\nA\0B,1\n", "nul"),
        (b"\0\0\0\0", "nul"),
        (b"\xff\xfea", "damaged"),
    ],
)
def test_what_is_no_spreadsheet_is_named(data, code):
    assert refusal(data).code == code


def test_the_name_of_the_file_deceives_nobody(small):
    assert read_workbook(small, "picture.jpg").kind == "xlsx"
    assert refusal(b"%PDF-1.4", "groups.xlsx").code == "pdf"


def test_a_truncated_xlsx_is_damaged(small):
    assert refusal(small[: len(small) // 2]).code == "damaged"


def test_any_other_archive_is_not_taken_for_a_spreadsheet():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("groups.csv", "Name\nA\n")

    assert refusal(out.getvalue()).code == "archive"


def test_a_zip_bomb_is_not_unpacked(small, rewritten):
    bomb = rewritten(small, xl__worksheets__sheet1_xml=sheet_xml(" " * 60_000_000))
    started = time.monotonic()

    assert refusal(bomb).code == "inflates"
    assert time.monotonic() - started < 5


def test_a_part_that_lies_about_its_size_is_stopped(small, rewritten):
    honest = rewritten(small, xl__worksheets__sheet1_xml=sheet_xml("x" * 3_000_000))
    size = len(sheet_xml("x" * 3_000_000)).to_bytes(4, "little")
    lying = honest.replace(size, (1000).to_bytes(4, "little"))

    assert refusal(lying).code in {"inflates", "damaged"}


def test_too_many_parts_are_refused(small, rewritten):
    parts = {f"xl__media__{number}": b"" for number in range(2_100)}

    assert refusal(rewritten(small, **parts)).code == "too_many_parts"


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "ZZZ1"])
def test_a_far_cell_is_named_instead_of_filling_the_memory(small, rewritten, cell):
    row = "".join(filter(str.isdigit, cell))
    far = sheet_xml(f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{row}"><c r="{cell}"><v>1</v></c></row>')

    assert refusal(rewritten(small, xl__worksheets__sheet1_xml=far)).code == "far_cell"


def test_a_row_without_cell_names_cannot_hide_far_away(small, rewritten):
    far = sheet_xml('<row r="1"><c><v>1</v></c></row><row r="1048576"><c><v>1</v></c></row>')

    assert refusal(rewritten(small, xl__worksheets__sheet1_xml=far)).code == "far_cell"


def test_a_wide_cell_in_ods_is_named(make_ods):
    data = make_ods(
        '<table:table-row><table:table-cell table:number-columns-repeated="16384" office:value-type="float" '
        'office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
    )

    assert refusal(data, "g.ods").code == "far_cell"


def test_many_repeated_rows_in_ods_do_not_fill_the_memory(make_ods):
    data = make_ods(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="float" '
        'table:number-columns-repeated="900" office:value="1"><text:p>1</text:p></table:table-cell></table:table-row>'
    )

    assert refusal(data, "g.ods").code in {"too_much_memory", "too_many_rows", "damaged"}


def test_entities_are_never_expanded(small, rewritten):
    lines = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{lines}]>'.encode() + sheet_xml("&l9;")

    assert refusal(rewritten(small, xl__worksheets__sheet1_xml=bomb)).code == "entities"


def test_a_file_outside_cannot_be_pulled_in(small, rewritten):
    spy = b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' + sheet_xml("")

    assert refusal(rewritten(small, xl__sharedStrings_xml=spy)).code == "entities"


def test_entities_in_another_encoding_are_found_too(small, rewritten):
    hidden = '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'.encode("utf-16")

    assert refusal(rewritten(small, xl__worksheets__sheet1_xml=hidden)).code == "entities"


def test_a_cell_of_a_hundred_thousand_characters_is_named():
    error = refusal(b"Name,Notes\nA," + b"x" * 100_000 + b"\n", "groups.csv")

    assert (error.code, error.params["cell"], error.params["length"]) == ("cell_too_long", "B2", 100_000)


def test_a_nul_inside_an_xlsx_cell_is_refused(make_xlsx):
    assert refusal(make_xlsx(A=[["Name"], ["a_x0000_b"]])).code == "nul"


def test_one_long_text_shared_by_many_cells_is_stopped(small, rewritten):
    strings = f'<sst xmlns="{MAIN}"><si><t>{"x" * 40_000}</t></si></sst>'.encode()
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_000))
    data = rewritten(small, xl__sharedStrings_xml=strings, xl__worksheets__sheet1_xml=sheet_xml(cells))

    assert refusal(data).code == "too_much_text"


def test_a_file_above_the_limit_is_not_even_opened():
    error = refusal(b"a,b\n" * 1_000_000, limits=Limits(file_bytes=1024 * 1024))

    assert (error.code, error.params) == ("too_large", {"size": 3.8, "limit": 1})


def test_too_many_rows_and_columns_are_named():
    assert refusal(b"a\n" * 300, limits=Limits(rows=200)).code == "too_many_rows"
    assert refusal(b"a," * 300 + b"b\n", limits=Limits(columns=200)).code == "too_many_columns"


def test_a_reader_without_memory_or_time_says_so(small, rewritten):
    cells = "<c><v>1</v></c>" * 20
    rows = "".join(f'<row r="{number}">{cells}</row>' for number in range(1, 60_000))
    data = rewritten(small, xl__worksheets__sheet1_xml=sheet_xml(rows))

    assert refusal(data, limits=Limits(memory_bytes=60 * 1024 * 1024)).code == "too_much_memory"
    assert refusal(data, limits=Limits(wall_seconds=0)).code == "too_slow"


def test_the_reader_sees_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "x")
    monkeypatch.setenv("DATABASE_URL", "y")

    assert {"SECRET_KEY", "DATABASE_URL"} & set(bare_environment()) == set()
