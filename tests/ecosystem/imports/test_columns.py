"""Columns find their fields by header, by question, and by what stands below."""

import pytest

from ecosystem.imports.columns import Field, match_columns
from ecosystem.imports.vocabulary import NAMES

KINDS = {
    "phone": "phone", "email": "email", "web": "web", "zip": "zip", "latitude": "latitude", "longitude": "longitude",
    "coordinates": "coordinates", "hours": "hours", "languages": "languages", "checked_on": "date",
}  # fmt: skip
FIELDS = [Field(key, names, KINDS.get(key, "text"), many=key == "notes") for key, names in NAMES.items()]
FIELDS += [
    Field(
        "papers", ("welcome without papers", "undocumented ok", "safe for undocumented people", "sin papeles"), "answer"
    ),
    Field("drugs", ("welcome to people who use drugs", "acogen a personas que usan drogas"), "answer"),
]


def matched(header, *values):
    return match_columns([header], [[value] for value in values or [""]], FIELDS)[0]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Org / Grupo", "name"),
        ("STORE_NAME", "name"),
        ("categoria", "area"),
        ("phones", "phone"),
        ("Teléfno", "phone"),
        ("What is your phone number?", "phone"),
        ("SITE_address1", "address"),
        ("SITE_address2", "address_2"),
        ("ZIP5", "zip"),
        ("Código Postal", "zip"),
        ("Hrs", "hours"),
        ("Hours of operation", "hours"),
        ("idiomas", "languages"),
        ("¿Qué idiomas hablan ustedes?", "languages"),
        ("Which languages do you speak?", "languages"),
        ("Google Long", "longitude"),
        ("Geolocation", "coordinates"),
        ("Website address", "web"),
        ("undocumented ok", "papers"),
        ("Is this service open?", "status"),
        ("EditDate", "checked_on"),
        ("POC_name", "contact"),
        ("X2", ""),
        ("Notes (old)", ""),
        ("Malpractice insurance is provided for legal volunteers.", ""),
        ("", ""),
    ],
)
def test_headers_find_their_field(header, field):
    assert matched(header).field == field


def test_a_question_is_matched_when_its_answers_confirm_it():
    question = "Do you welcome undocumented people, whatever happens?"

    assert matched(question, "Y", "N", "?", "Y").field == "papers"


def test_values_contradict_a_header():
    assert matched("Web address", "1 Main Street", "2 Oak Street", "3 Elm Street").score < 90
    assert matched("Toll-free phone", "yes", "no", "yes").field == ""


def test_values_speak_where_the_header_is_silent():
    found = matched("", "412-555-0100", "412-555-0101", "(412) 555-0102")

    assert (found.field, found.why) == ("phone", "looks")


def test_no_field_goes_to_two_columns_unless_it_takes_many():
    headers = ["Phone", "Telephone", "Notes", "Comments", "County", "County"]

    found = match_columns(headers, [["412-555-0100", "412-555-0101", "a", "b", "X", "Y"]] * 3, FIELDS)

    assert [match.field for match in found] == ["phone", "", "notes", "notes", "county", ""]
    assert found[1].others[0].field == "phone"


def test_the_plainer_name_wins_over_a_rarer_one_further_left():
    found = match_columns(["Location", "Name"], [["Park\nby the river", "Park"]], FIELDS)

    assert [match.field for match in found] == ["", "name"]


def test_an_empty_column_says_that_it_is_empty():
    assert matched("Attachments", "", "").why == "empty"


@pytest.mark.parametrize("header", ["POC_name", "Contact name", "Last name", "Nombre del contacto"])
def test_the_name_of_a_person_never_becomes_the_name_of_a_group(header):
    groups = [field for field in FIELDS if field.key == "name"]

    assert match_columns([header], [["Rosa"], ["Omar"], ["Lin"]], groups)[0].field == ""
