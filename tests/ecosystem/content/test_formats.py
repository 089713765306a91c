"""Days, times and numbers as neighbors in the United States write them, in both languages."""

import datetime as dt

import pytest
from django.utils.formats import date_format, localize, time_format
from django.utils.translation import override

from ecosystem.ui.components.facts import when


@pytest.mark.parametrize(
    ("language", "shows", "words"),
    [
        ("en", "day", "May 3, 2026"),
        ("es", "day", "3 de mayo de 2026"),
        ("en", "short", "May 3"),
        ("es", "short", "3 may"),
        ("en", "month", "May 2026"),
        ("es", "month", "mayo de 2026"),
        ("en", "full", "Sunday, May 3"),
        ("es", "full", "domingo, 3 de mayo"),
    ],
)
def test_a_day_is_said_as_people_say_it(language, shows, words):
    with override(language):
        assert f">{words}<" in when(dt.date(2026, 5, 3), shows=shows)


@pytest.mark.parametrize(("language", "words"), [("en", "8:30 p.m."), ("es", "8:30 p.m.")])
def test_the_day_has_two_times_twelve_hours(language, words):
    with override(language):
        assert time_format(dt.time(20, 30)) == words


def test_spanish_does_not_turn_cents_into_thousands(settings):
    settings.USE_THOUSAND_SEPARATOR = True
    with override("es"):
        assert localize(1234.5) == "1,234.5"


def test_a_short_day_names_its_month_in_small_letters():
    with override("es"):
        assert date_format(dt.date(2026, 4, 2), "SHORT_DATE_FORMAT") == "2 abr 2026"
