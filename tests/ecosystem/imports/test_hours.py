"""Opening hours: what is plain becomes weekly hours, all else stays prose."""

import pytest

from ecosystem.imports.values import clean_hours

DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def week(text):
    hours, _ = clean_hours(text)
    return " ".join(
        f"{DAYS[one.weekday]} {one.opens / 60:g}-{one.closes / 60:g}" for one in hours.weekly
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, Wed, Sat 11-2", "Mo 11-14 We 11-14 Sa 11-14"),
        ("M-F 9am-5pm", "Mo 9-17 Tu 9-17 We 9-17 Th 9-17 Fr 9-17"),
        ("lun a vie 9 a 17", "Mo 9-17 Tu 9-17 We 9-17 Th 9-17 Fr 9-17"),
        ("sáb y dom 10 a 14", "Sa 10-14 Su 10-14"),
        ("mar y jue 10-12", "Tu 10-12 Th 10-12"),
        ("L-V 9:00-17:00", "Mo 9-17 Tu 9-17 We 9-17 Th 9-17 Fr 9-17"),
        ("Fri & Sat 10pm-2am", "Fr 22-26 Sa 22-26"),
        ("11-12:00 M-F", "Mo 11-12 Tu 11-12 We 11-12 Th 11-12 Fr 11-12"),
        ("Monday, Wednesday\n11 a.m. to 1 p.m.", "Mo 11-13 We 11-13"),
        ("Tuesdays: noon-1pm", "Tu 12-13"),
        ("Wednedays 3pm-5:30pm", "We 15-17.5"),
        ("Saturdays10am-2pm", "Sa 10-14"),
        ("TTh 6-8pm", "Tu 18-20 Th 18-20"),
        ("Mon 9-5; Tue 10-6; Sat closed", "Mo 9-17 Tu 10-18"),
        ("Sunday: Closed Monday: 8:30-12:00 , 13:00-17:00", "Mo 8.5-12 Mo 13-17"),
        ("Monday: 9:00-5:00 Tuesday: 9:00-17:00", "Mo 9-17 Tu 9-17"),
        ("entre semana 9-17", "Mo 9-17 Tu 9-17 We 9-17 Th 9-17 Fr 9-17"),
        ("24/7", "Mo 0-24 Tu 0-24 We 0-24 Th 0-24 Fr 0-24 Sa 0-24 Su 0-24"),
        ("Sat 10am-midnight", "Sa 10-24"),
    ],
)
def test_plain_hours_become_a_week(text, expected):
    assert week(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Last Saturdays 3pm-7pm",
        "4th Sundays 3pm-7pm",
        "1st Sunday",
        "Call for times",
        "Tue to Fri",
        "Mar to Oct",
        "Monday, March 23, 9:00AM until run out of food",
        "Until 9am, 11am-12:30pm",
        "Mon-Fri 9-5, Sat",
        "Every other Monday 9-5",
        "Mon 9-5 when school is in session",
        "11am-1pm",
        "Monday 9:00 a.m. to 11:00 a.m. and 12:30 a.m. to 3:30 p.m.",
        "Fridays from 1 pm - 3 pm (5/29, 6/5)",
        "Call 24 hours in advance",
    ],
)
def test_what_a_week_cannot_tell_stays_prose_without_a_problem(text):
    hours, problem = clean_hours(text)

    assert (hours.prose, hours.weekly, problem) == (text, (), None)


@pytest.mark.parametrize(
    ("text", "sentence"), [("25:00–2:00", "There is no hour 25."), ("9:75-10:00", "There is no minute 75.")]
)
def test_hours_that_do_not_exist_are_named(text, sentence):
    assert str(clean_hours(text)[1]) == sentence


def test_a_guess_about_the_afternoon_is_told():
    assert week("Thu 5–9") == "Th 17-21"
    assert clean_hours("Thu 5–9")[1].code == "hours_assumed"
    assert clean_hours("Thu 9–5")[1] is None


def test_marks_tell_what_hours_cannot():
    assert clean_hours("by appointment")[0].marks == {"by_appointment"}
    assert clean_hours("on call, 24/7")[0].marks == {"on_call", "always"}
    assert clean_hours("Mar to Oct")[0].marks == {"seasonal"}


def test_an_empty_cell_has_no_hours():
    assert clean_hours(" \n") == (None, None)
