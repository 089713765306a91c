"""Bytes become rows of text, and nothing is lost on the way."""

import datetime as dt

import openpyxl
import pytest

from ecosystem.imports.sheets import Notice, read_workbook, store_workbook

MESSY = 'Grupo;Teléfono;Notas\nCocina "La Olla";412-555-0100;"dos\nlíneas; y un punto"\nNevera;;\n'


def rows_of(data, filename="groups.csv"):
    return read_workbook(data, filename).sheets[0].rows


@pytest.mark.parametrize(
    ("codec", "named"),
    [("utf-8", "utf-8"), ("utf-8-sig", "utf-8-sig"), ("utf-16", "utf-16"), ("cp1252", "cp1252")],
)
def test_every_encoding_gives_the_same_rows(codec, named):
    book = read_workbook(MESSY.encode(codec), "grupos.csv")

    assert book.sheets[0].rows == [
        ["Grupo", "Teléfono", "Notas"],
        ['Cocina "La Olla"', "412-555-0100", "dos\nlíneas; y un punto"],
        ["Nevera"],
    ]
    assert (book.encoding, book.delimiter) == (named, ";")


def test_lines_from_two_programs_are_each_read_in_their_own_encoding():
    data = "Grupo,Barrio\nNiñez,Peña\n".encode() + "Año,Señal\n".encode("cp1252")

    book = read_workbook(data, "g.csv")

    assert book.sheets[0].rows[1:] == [["Niñez", "Peña"], ["Año", "Señal"]]
    assert book.warnings == (Notice("mixed_encoding"),)


@pytest.mark.parametrize("sign", list(",;\t|*"))
def test_the_delimiter_is_found_although_prose_has_other_ones(sign):
    lines = [["Name", "About", "Phone"], ["A", "food, mostly; bread * milk | more" if sign not in ",;*|" else "x", "1"]]
    data = "\n".join(sign.join(line) for line in lines * 5)

    book = read_workbook(data.encode(), "g.csv")

    assert book.delimiter == sign
    assert book.sheets[0].rows == lines * 5


def test_excels_own_separator_line_is_obeyed_and_not_data():
    assert rows_of(b"sep=|\nName|Phone\nA|1\n") == [["Name", "Phone"], ["A", "1"]]


def test_one_column_is_a_sheet_too():
    assert rows_of(b"Name\nKitchen\nFridge\n") == [["Name"], ["Kitchen"], ["Fridge"]]


def test_a_quotation_mark_that_never_closes_costs_one_line_only():
    lines = ["Name,Phone", 'The "Spot,1', '"Open,2'] + [f"Group {number},{number}" for number in range(60)]

    book = read_workbook("\n".join(lines).encode(), "g.csv")

    assert len(book.sheets[0].rows) == 63
    assert book.sheets[0].rows[2] == ['"Open', "2"]
    assert book.warnings == (Notice("open_quote", {"line": 3}),)


def test_cells_longer_than_the_header_are_kept():
    assert rows_of(b"Name,Phone\nA,1,extra,more\n")[1] == ["A", "1", "extra", "more"]


def test_blank_rows_inside_keep_the_row_numbers_true():
    assert rows_of(b"Name,Phone\n\nA,1\n\n\n") == [["Name", "Phone"], [], ["A", "1"]]


def test_xlsx_cells_are_written_the_same_way_always(make_xlsx):
    moment = dt.datetime(2024, 3, 5, 15, 30)
    row = [
        15227.0,
        40.4406,
        -79.99,
        dt.date(2024, 3, 5),
        moment,
        dt.time(9, 0),
        True,
        dt.timedelta(hours=26),
        "=1",
        None,
    ]
    data = make_xlsx(Groups=[["a"] * 10, row])

    assert rows_of(data, "g.xlsx")[1] == [
        "15227", "40.4406", "-79.99", "2024-03-05", "2024-03-05 15:30", "09:00", "TRUE", "26:00",
    ]  # fmt: skip


def test_formulas_without_a_stored_result_are_told(make_xlsx):
    book = read_workbook(make_xlsx(A=[["Name", "Sum"], ["x", "=1+1"], ["y", "=2+2"]]), "g.xlsx")

    assert book.warnings == (Notice("formulas", {"count": 2}),)


def test_the_quote_that_our_export_put_before_formulas_is_taken_back():
    data = b"Name,Phone,Longitude\n'=Together,'+1 412 555 0100,-79.99\n'Til late,x,1\n"

    assert rows_of(data)[1:] == [["=Together", "+1 412 555 0100", "-79.99"], ["'Til late", "x", "1"]]


def test_all_sheets_come_with_their_names_and_whether_they_are_hidden(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Here"
    book.active["C3"] = "far from the corner"
    book.create_sheet("Old").sheet_state = "hidden"
    book.save(tmp_path / "g.xlsx")

    sheets = read_workbook(tmp_path / "g.xlsx", "g.xlsx").sheets

    assert [(sheet.name, sheet.rows, sheet.is_hidden) for sheet in sheets] == [
        ("Here", [[], [], ["", "", "far from the corner"]], False),
        ("Old", [], True),
    ]


def test_ods_is_read_too(make_ods):
    data = make_ods(
        "<table:table-row><table:table-cell office:value-type='string'><text:p>Nombre</text:p></table:table-cell>"
        "<table:table-cell office:value-type='string'><text:p>CP</text:p></table:table-cell></table:table-row>"
        "<table:table-row><table:table-cell office:value-type='string'><text:p>Cocina</text:p></table:table-cell>"
        "<table:table-cell office:value-type='float' office:value='15227'><text:p>15227</text:p></table:table-cell>"
        "</table:table-row><table:table-row table:number-rows-repeated='1048574'><table:table-cell "
        "table:number-columns-repeated='16384'/></table:table-row>"
    )

    book = read_workbook(data, "g.ods")

    assert book.kind == "ods"
    assert book.sheets[0].rows == [["Nombre", "CP"], ["Cocina", "15227"]]


def test_a_stored_workbook_is_read_row_by_row_from_disk(tmp_path):
    data = b"Name,Phone\n" + b"".join(b"Group %d,%d\n" % (number, number) for number in range(5_000))

    book = store_workbook(data, "g.csv", tmp_path)

    sheet = book.sheets[0]
    assert (sheet.row_count, sheet.column_count) == (5_001, 2)
    assert sum(1 for _ in sheet.iter_rows()) == 5_001
    assert sheet.sample(2).rows == [["Name", "Phone"], ["Group 0", "0"]]
