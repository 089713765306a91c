"""Which row holds the headers, which way a sheet lies, and whether it holds data: found, and correctable."""

import io

import openpyxl

from ecosystem.imports.sheets import Sheet, describe, read_workbook, records

GROUPS = [["Kitchen", "412-555-0100", "1 A St"], ["Fridge", "412-555-0101", "2 B St"]]


def sheet(*rows, merges=()):
    return Sheet("Groups", [list(row) for row in rows], merges=merges)


def guessed(*rows, **said):
    guess = describe(sheet(*rows), **said)
    return guess.header_row, guess.header_rows, guess.transposed, guess.first_data_row, guess.why


def test_headers_on_top_are_found():
    assert guessed(["Name", "Phone", "Address"], *GROUPS) == (0, 1, False, 1, "headers_on_top")


def test_headers_below_a_title_and_help_are_found():
    title = ["Harrow Bend groups, spring"]
    help_row = ["Please write one group a row. Ask Rosa if in doubt.", "", "with area code!"]

    assert guessed(title, [], help_row, ["Name", "Phone", "Address"], *GROUPS) == (3, 1, False, 4, "headers_below")


def test_headers_in_spanish_that_no_list_knows_are_found_by_contrast():
    rows = [["Colectiva", "Marcar", "Visitar"], *GROUPS]

    assert guessed(*rows) == (0, 1, False, 1, "headers_on_top")


def test_headers_in_two_rows_are_joined():
    rows = [
        ["Name", "Contact", "", "Hours", ""],
        ["", "Phone", "Email", "Open", "Close"],
        ["A", "1", "a@b.org", "9", "5"],
    ]

    guess = describe(sheet(*rows, ["B", "2", "c@b.org", "9", "5"]))

    assert guess.columns == ("Name", "Contact Phone", "Contact Email", "Hours Open", "Hours Close")
    assert (guess.header_row, guess.header_rows, guess.first_data_row, guess.why) == (0, 2, 2, "two_rows")


def test_merged_cells_say_how_far_an_upper_header_reaches():
    book = openpyxl.Workbook()
    for row in [
        ["Our list"],
        ["Name", "Contact", None, "Notes"],
        [None, "Phone", "Email", None],
        ["A", "1", "a@b.org", "x"],
    ]:
        book.active.append(row)
    book.active.merge_cells("B2:C2")
    book.active.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)

    guess = describe(read_workbook(out.getvalue(), "g.xlsx").sheets[0])

    assert guess.columns == ("Name", "Contact Phone", "Contact Email", "Notes")
    assert (guess.header_row, guess.header_rows, guess.first_data_row) == (1, 2, 3)


def test_a_sheet_on_its_side_is_turned():
    rows = [
        ["Nombre", "Cocina", "Nevera"],
        ["Teléfono", "412-555-0100", ""],
        ["Dirección", "1 A", "2 B"],
        ["Notas", "", "x"],
    ]

    guess = describe(sheet(*rows))

    assert (guess.transposed, guess.columns, guess.why) == (
        True,
        ("Nombre", "Teléfono", "Dirección", "Notas"),
        "on_its_side",
    )
    assert [(record.number, record.cells) for record in records(rows, guess)] == [
        (2, ["Cocina", "412-555-0100", "1 A", ""]),
        (3, ["Nevera", "", "2 B", "x"]),
    ]


def test_a_sheet_without_headers_loses_no_row():
    guess = describe(sheet(*GROUPS))

    assert (guess.header_row, guess.first_data_row, guess.why) == (None, 0, "no_headers")
    assert len(list(records(GROUPS, guess))) == 2


def test_rows_of_data_are_never_taken_for_help_above_headers():
    lookalike = ["Name", "Phone", "Address"]

    assert describe(sheet(["Colectiva", "Marcar", "Visitar"], *GROUPS, *GROUPS, lookalike, *GROUPS)).header_row == 0


def test_sheets_without_data_are_told_apart():
    prose = ["This list was made by many hands over the years. Do not delete rows, and ask before you add columns."]

    assert describe(sheet()).why == "blank"
    assert describe(sheet(["", " "])).why == "blank"
    assert describe(sheet(["Name", "Phone"])).why == "only_headers"
    assert describe(sheet(prose, prose)).why == "not_records"
    links = [["https://example.org/data/1", "Markets 2014"], ["https://example.org/data/2", "Tracts"]]
    assert describe(sheet(["Data Sources", "Goals of Map"], *links)).is_data is False


def test_every_guess_can_be_corrected():
    rows = [["Name", "Phone"], ["Real name", "Real phone"], ["A", "1"]]

    assert guessed(*rows, header_row=1)[:4] == (1, 1, False, 2)
    assert guessed(*rows, header_row=-1)[:4] == (None, 0, False, 0)
    assert guessed(*rows, transposed=True)[2] is True
    assert guessed(*rows, header_row=0, header_rows=2)[:4] == (0, 2, False, 2)
    assert describe(sheet(["x"], ["https://a.org"]), header_row=0).is_data is True


def test_cells_beyond_the_headers_get_a_column_of_their_own():
    rows = [["Name", "Phone"], ["A", "1", "", "a stray note"]]
    guess = describe(sheet(*rows))

    assert guess.columns == ("Name", "Phone", "", "")
    assert next(records(rows, guess)).cells == ["A", "1", "", "a stray note"]


def test_blank_rows_are_given_too_so_that_the_sum_is_right():
    rows = [["Name", "Phone"], ["A", "1"], [], ["B", "2"]]
    guess = describe(sheet(*rows))

    assert [(record.number, record.is_blank) for record in records(rows, guess)] == [(2, False), (3, True), (4, False)]
