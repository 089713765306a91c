"""What leaves in an export and comes back is the same, also where it was joined or moved on its way in."""

from ecosystem.imports.values import clean_cell
from mapping.imports.groups import GroupTarget, moved

SUMMER, FALL = "June 5 to September 25", "October 1 to October 26"
LONG = "Call  first. \n\nAsk for the kitchen. " * 20


def test_two_remarks_of_one_line_are_joined_in_one_line():
    assert GroupTarget().joined("season_note", SUMMER, FALL) == f"{SUMMER}; {FALL}"


def test_two_remarks_that_do_not_fit_together_are_not_joined():
    assert GroupTarget().joined("season_note", SUMMER * 10, FALL * 5) == SUMMER * 10


def test_texts_of_several_lines_keep_them():
    assert GroupTarget().joined("offers", "Soup", "Bread") == "Soup\nBread"


def test_hours_too_long_for_their_place_are_moved_as_they_are_read_again():
    values = {"offers": "Soup", "hours": {"prose": LONG}}

    moved(values, {})

    assert values["offers"] == clean_cell("text", values["offers"])[0]
