"""One cell becomes a value, or a problem in a short sentence."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.imports.values import (
    CLEANERS,
    MESSAGES,
    Choices,
    Settings,
    clean_answer,
    clean_cell,
    clean_choice,
    clean_choice_list,
    clean_date,
    clean_emails,
    clean_languages,
    clean_number,
    clean_phones,
    clean_webs,
    clean_zip,
    clean_zips,
    date_order,
    split_list,
)


def said(result):
    value, problem = result
    return value, str(problem) if problem else ""


@pytest.mark.parametrize(
    ("texts", "value"),
    [
        (["Y", "yes", "X", "1", "1.0", "TRUE", "sí", "Si", "wi", "oui", "✓", "Siempre"], "yes"),
        (
            ["parcial", "depende", "Sometimes", "a veces", "en parte", "~", "yon ti kras", "sí y no", "It depends"],
            "partly",
        ),
        (["N", "No", "0", "FALSE", "non", "nunca", "✗", "todavía no"], "no"),
        (["?", "??", "-1", "no sé", "No sabe", "don't know", "pa konnen", "unknown", "TBD", "¿?"], "unknown"),
    ],
)
def test_answers_are_read_in_three_languages(texts, value):
    assert [clean_answer(text)[0].value for text in texts] == [value] * len(texts)


def test_an_answer_with_a_condition_is_partly_and_keeps_its_words():
    answer, problem = clean_answer("Yes, but only with ID")

    assert (answer.value, answer.note, problem) == ("partly", "Yes, but only with ID", None)
    assert clean_answer("No (ask Rosa)")[0].note == "ask Rosa"


def test_an_empty_cell_is_no_answer_and_an_unclear_one_is_a_problem():
    assert clean_answer("  ") == (None, None)
    assert said(clean_answer("Tuesday")) == (None, MESSAGES["answer_unclear"])


def test_what_a_person_mapped_by_hand_goes_first():
    settings = Settings(value_map={"n": "unknown", "ask at door": "partly"})

    assert clean_cell("answer", "N", settings) == ("unknown", None)
    assert clean_cell("answer", "Ask at door", settings) == ("partly", None)


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("412-555-0100", ["412-555-0100"]),
        ("4125550100.0", ["412-555-0100"]),
        ("(412) 555-0100 / 412.555.0101", ["412-555-0100", "412-555-0101"]),
        ("412-555-0100 or 0101", ["412-555-0100", "412-555-0101"]),
        ("4125550100x5170", ["412-555-0100 ext. 5170"]),
        ("Phone: +1 (412) 555-0100, ext. 3; fax 412 555 0199", ["412-555-0100 ext. 3", "412-555-0199"]),
        ("555 0142\n555 0143", ["555-0142", "555-0143"]),
        ("1-800-FOOD-NOW", ["800-366-3669"]),
        ("988", ["988"]),
        ("text HOME to 741741", ["741741"]),
        ("+52 55 1234 5678", ["+525512345678"]),
        ("no phone", []),
        ("-", []),
        ("24/7 line 412-555-0100, press 2", ["412-555-0100"]),
    ],
)
def test_every_phone_in_a_cell_is_found(text, phones):
    found, problem = clean_phones(text)

    assert ([phone.display for phone in found], problem) == (phones, None)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("555-01", "2 digits are missing."),
        ("555-014", "One digit is missing."),
        ("412-555-01", "2 digits are missing."),
        ("412-555-01000", "This number has too many digits."),
        ("call Rosa", "There is no phone number in this."),
    ],
)
def test_a_wrong_phone_says_what_is_wrong(text, sentence):
    assert said(clean_phones(text)) == ([], sentence)


def test_a_good_phone_is_kept_beside_a_wrong_one():
    found, problem = clean_phones("412-555-0100; 555-01")

    assert [phone.number for phone in found] == ["+14125550100"]
    assert problem is not None


def test_a_local_number_takes_the_area_code_of_the_coalition():
    assert clean_phones("555-0142", area_code="412")[0][0].number == "+14125550142"


@pytest.mark.parametrize(
    ("text", "webs"),
    [
        ("kitchen.example.org", ["https://kitchen.example.org"]),
        ("www.a.org; http://B.org/X?y=1.", ["https://www.a.org", "http://b.org/X?y=1"]),
        ("facebook.com/Kitchen", ["https://facebook.com/Kitchen"]),
        ("none", []),
    ],
)
def test_web_addresses_are_found_and_completed(text, webs):
    assert clean_webs(text) == (webs, None)


@pytest.mark.parametrize("text", ["javascript:alert(1)", "@kitchen", "see flyer", "rosa@example.org"])
def test_what_is_no_web_address_is_refused(text):
    assert said(clean_webs(text)) == ([], "This is not a web address.")


def test_email_addresses_are_found_and_half_ones_reported():
    assert clean_emails("Rosa@example.org; luz (at) example.org") == (["rosa@example.org", "luz@example.org"], None)
    assert said(clean_emails("a@b, c@example.org")) == (["c@example.org"], MESSAGES["email_wrong"])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Eng/Span", ["en", "es"]),
        ("inglés y español", ["en", "es"]),
        ("English, Haitian Creole & ASL", ["en", "ht", "ase"]),
        ("es-MX; en", ["es", "en"]),
        ("K'iche' y Mam", ["quc", "mam"]),
        ("English Spanish", ["en", "es"]),
        ("Spanish only", ["es"]),
        ("none", []),
        ("Spanish, American Sign Language", ["es", "ase"]),
    ],
)
def test_languages_become_codes(text, codes):
    assert clean_languages(text) == (codes, None)


def test_an_unknown_language_gets_a_suggestion():
    assert said(clean_languages("English, Spansh")) == (
        ["en"],
        "We do not know the language “Spansh”. Did you mean “Spanish”?",
    )


@pytest.mark.parametrize(
    ("text", "code", "problem"),
    [
        ("15227.0", "15227", None),
        ("15227-1234", "15227-1234", None),
        ("152271234", "15227-1234", None),
        ("2134", "02134", "zip_zero_lost"),
        ("00000", "00000", "zip_unknown"),
        ("1522", "01522", "zip_zero_lost"),
        ("PA", "", "zip_wrong"),
        ("", "", None),
    ],
)
def test_zip_codes_are_mended_and_say_so(text, code, problem):
    value, found = clean_zip(text)

    assert (value, found.code if found else None) == (code, problem)


def test_a_list_of_zip_codes_is_split():
    assert clean_zips("60608\n\n    60623, 60624") == (["60608", "60623", "60624"], None)


@pytest.mark.parametrize(
    ("text", "date", "problem"),
    [
        ("2024-03-05", dt.date(2024, 3, 5), None),
        ("2020/03/24 19:38:33", dt.date(2020, 3, 24), None),
        ("25/12/2023", dt.date(2023, 12, 25), None),
        ("3/4/2024", dt.date(2024, 3, 4), "date_ambiguous"),
        ("4/4/24", dt.date(2024, 4, 4), None),
        ("3 de marzo de 2024", dt.date(2024, 3, 3), None),
        ("Mar 3, 2024", dt.date(2024, 3, 3), None),
        ("March 2024", dt.date(2024, 3, 1), "date_day_missing"),
        ("43466", dt.date(2019, 1, 1), "date_serial"),
        ("01-Jun", None, "date_year_missing"),
        ("2/30/2024", None, "date_wrong"),
        ("soon", None, "date_wrong"),
    ],
)
def test_dates_are_read_and_doubts_are_told(text, date, problem):
    value, found = clean_date(text)

    assert (value, found.code if found else None) == (date, problem)


def test_a_column_says_whether_the_day_stands_first():
    assert date_order(["3/4/2024", "25/12/2023"]) is True
    assert date_order(["3/4/2024", "12/25/2023"]) is False
    assert date_order(["3/4/2024", "soon"]) is None
    assert clean_date("3/4/2024", day_first=True) == (dt.date(2024, 4, 3), None)


def test_numbers_are_read_in_both_ways_of_writing():
    texts = ["1,200", "1.200,50", "$5", "about 30", "30+", "1 200", "1,5"]

    assert [float(clean_number(text)[0]) for text in texts] == [1200, 1200.5, 5, 30, 30, 1200, 1.5]
    assert said(clean_number("20-30")) == (None, "This is a range. Choose one number.")


AREAS = Choices({"Healing": 1, "Sanación": 1, "Food systems": 2, "Housing, land and rent": 3})


def test_a_choice_nearly_right_gets_a_suggestion():
    assert clean_choice("SANACION", AREAS) == (1, None)
    assert said(clean_choice("Heeling", AREAS)) == (None, "“Heeling” is not on the list. Did you mean “Healing”?")
    assert said(clean_choice("Zzz", AREAS)) == (None, "“Zzz” is not on the list.")


def test_lists_are_cut_where_it_is_safe():
    assert clean_choice_list("food systems; Healing", AREAS) == ([2, 1], None)
    assert clean_choice_list("Healing and Food systems", AREAS) == ([1, 2], None)
    assert clean_choice_list("Housing, land and rent", AREAS) == ([3], None)
    assert split_list("Memorial Day\n\n   Labor Day") == ["Memorial Day", "Labor Day"]
    assert len(split_list("We serve everyone who comes to the door, no questions asked. Come by, eat.")) == 1


@given(st.sampled_from(sorted(CLEANERS)), st.text(max_size=60))
def test_no_text_whatever_breaks_a_cleaner(kind, text):
    _, problem = clean_cell(kind, text, Settings(choices=AREAS))

    assert problem is None or str(problem)
