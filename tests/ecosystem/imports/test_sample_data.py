"""Real spreadsheets, where they are at hand: no row is lost, and the guesses are those of a careful reader."""

import os
from pathlib import Path

import pytest

from ecosystem.imports.columns import Field, match_columns
from ecosystem.imports.sheets import describe, read_workbook, records
from ecosystem.imports.values import clean_cell, clean_coordinates, coordinate_order
from ecosystem.imports.vocabulary import NAMES

FOLDER = Path(os.environ.get("SAMPLE_DATA", "/nowhere"), "spreadsheets")
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="SAMPLE_DATA names no folder of real spreadsheets")

KINDS = {
    "phone": "phone", "email": "email", "web": "web", "zip": "zip", "latitude": "latitude", "longitude": "longitude",
    "coordinates": "coordinates", "hours": "hours", "languages": "languages", "checked_on": "date",
    "address": "address",
}  # fmt: skip
FIELDS = [Field(key, names, KINDS.get(key, "text")) for key, names in NAMES.items()]

# File, sheet, rows of data, columns, and what a careful reader says that the columns are.
SHEETS = [
    ("pa_snap_stores.xlsx", 0, 10_101, 10, {"STORE_NAME": "name", "longitude": "longitude", "ADDRESS": "address",
     "ADDRESS2": "address_2", "CITY": "city", "STATE": "state", "ZIP5": "zip", "zip4": "", "County": "county"}),
    ("pgh_food_bank_sites_2019.xlsx", 0, 784, 16, {"AgencyName": "name", "AgencyRef": "source_key", "Addr1": "address",
     "Addr2": "address_2", "Zip": "zip", "Google Long": "longitude", "Google Lat": "latitude"}),
    ("pgh_pfpc_member_datasets.xlsx", 0, 11, 7, {"Area": "area", "Corner Store": "name",
     "Zip": "zip", "Notes": "notes"}),
    ("pgh_pfpc_member_datasets.xlsx", 1, 22, 14, {"Market": "name", "Season": "season", "Date/Time": "hours"}),
    ("pgh_pfpc_member_datasets.xlsx", 2, 17, 13, {"name": "name", "Location": "", "Date/Time": "hours"}),
    ("pgh_pfpc_member_datasets.xlsx", 3, 5, 5, {"Name": "name", "Address": "address", "zip_code": "zip"}),
    ("pgh_pfpc_member_datasets.xlsx", 5, 7, 6, {"Neighborhood": "neighborhood", "Store Name": "name", "": ""}),
    ("pgh_covid19_food_access.csv", 0, 186, 25, {"X": "longitude", "Y": "latitude", "SITE_name": "name",
     "Time": "hours", "POC_name": "contact", "POC_phone": "phone", "POC_email": "email", "SITE_website": "web",
     "SITE_address1": "address",
     "SITE_zip": "zip", "STATUS": "status", "EditDate": "checked_on", "CATEGORY": "area", "PublicNotes": "notes"}),
    ("pgh_test_id_duplicates.csv", 0, 1_560, 28, {"name": "name", "type": "area", "phone": "phone", "url": "web",
     "latitude": "latitude", "longitude": "longitude", "zip_code": "zip", "id": "source_key", "file_name": ""}),
    ("ilao_locations.csv", 0, 520, 30, {"Location_id": "source_key", "Location": "name", "Phone number": "phone",
     "Hours of operation": "hours", "Zip codes": "zip", "Counties": "county"}),
    ("ilao_services.csv", 0, 430, 44, {"Services-ID": "source_key", "Title": "name", "Phone number": "phone",
     "Is this service open?": "status", "Service type": "area", "Hours of operation": "hours",
     "Geolocation": "coordinates", "Website address": "web", "Maximum callbacks per intake slot": ""}),
]  # fmt: skip


@pytest.fixture(scope="module")
def book():
    read = {}

    def open_book(filename):
        if filename not in read:
            read[filename] = read_workbook(FOLDER / filename, filename)
        return read[filename]

    return open_book


@pytest.mark.parametrize(("filename", "index", "rows", "columns", "expected"), SHEETS)
def test_every_row_comes_and_the_columns_are_understood(book, filename, index, rows, columns, expected):
    sheet = book(filename).sheets[index]
    guess = describe(sheet)
    data = list(records(sheet.rows, guess))

    assert (guess.header_row, guess.header_rows, guess.transposed, guess.is_data) == (0, 1, False, True)
    assert (len(data), len(guess.columns)) == (rows, columns)
    assert sum(len(cell) for row in sheet.rows[1:] for cell in row) == sum(len(c) for row in data for c in row.cells)
    found = {
        match.header: match.field for match in match_columns(guess.columns, [row.cells for row in data[:200]], FIELDS)
    }
    assert {header: found[header] for header in expected} == expected


def test_the_sheet_of_links_is_told_from_data(book):
    assert describe(book("pgh_pfpc_member_datasets.xlsx").sheets[4]).is_data is False


def column(book, filename, index, header):
    sheet = book(filename).sheets[index]
    guess = describe(sheet)
    at = guess.columns.index(header)
    return [row.cells[at] for row in records(sheet.rows, guess)]


def problems(kind, cells):
    return [(cell, problem.code) for cell in cells if (problem := clean_cell(kind, cell)[1])]


def test_real_coordinates_come_out_in_the_right_order(book):
    pairs = list(zip(*(column(book, "pgh_covid19_food_access.csv", 0, name) for name in "XY"), strict=True))
    order = coordinate_order(pairs)
    points = [clean_coordinates(*pair, order=order) for pair in pairs]

    assert order == "lon_lat"
    assert all(point and 39 < point.latitude < 42 and problem is None for point, problem in points)


def test_coordinates_inside_prose_are_all_found(book):
    cells = column(book, "ilao_services.csv", 0, "Geolocation")

    assert problems("coordinates", cells) == []
    assert sum(clean_cell("coordinates", cell)[0] is not None for cell in cells) == sum(map(bool, cells))


def test_hours_of_real_files_are_read_where_they_are_plain(book):
    cells = [cell for cell in column(book, "ilao_locations.csv", 0, "Hours of operation") if cell]
    weekly = [clean_cell("hours", cell)[0].weekly for cell in cells]

    assert sum(map(bool, weekly)) > 0.95 * len(cells)
    assert problems("hours", cells) == []


def test_phones_and_zip_codes_of_real_files_are_understood(book):
    phones = column(book, "ilao_services.csv", 0, "Phone number") + column(
        book, "pgh_test_id_duplicates.csv", 0, "phone"
    )
    zips = column(book, "pa_snap_stores.xlsx", 0, "ZIP5")

    assert len(problems("phone", phones)) < 0.01 * len(phones)
    assert len(problems("zip", zips)) < 0.001 * len(zips)
