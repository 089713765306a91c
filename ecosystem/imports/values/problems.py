"""What can be wrong with one cell, in a short sentence beside it."""

from dataclasses import dataclass, field
from typing import Any

from ecosystem.imports.words import gettext_noop

MESSAGES = {
    "answer_unclear": gettext_noop("We cannot tell whether this means yes, partly, no or unknown."),
    "phone_digit_missing": gettext_noop("One digit is missing."),
    "phone_digits_missing": gettext_noop("%(count)s digits are missing."),
    "phone_too_long": gettext_noop("This number has too many digits."),
    "phone_impossible": gettext_noop("No phone has this number."),
    "phone_none": gettext_noop("There is no phone number in this."),
    "email_wrong": gettext_noop("This is not a whole e-mail address."),
    "web_wrong": gettext_noop("This is not a web address."),
    "language_unknown": gettext_noop("We do not know the language “%(value)s”."),
    "language_like": gettext_noop("We do not know the language “%(value)s”. Did you mean “%(suggestion)s”?"),
    "language_guessed": gettext_noop("We read “bilingual” as English and Spanish. Is that right?"),
    "zip_wrong": gettext_noop("A ZIP code has five digits."),
    "zip_zero_lost": gettext_noop("We put back the zero that the spreadsheet dropped."),
    "zip_unknown": gettext_noop("No place has this ZIP code."),
    "coordinates_wrong": gettext_noop("This is not a place on a map."),
    "coordinates_half": gettext_noop("Half of the coordinates is missing."),
    "coordinates_zero": gettext_noop("Zero, zero is in the ocean. We left the place empty."),
    "coordinates_swapped": gettext_noop("Latitude and longitude were the wrong way round. We turned them."),
    "coordinates_sign": gettext_noop("The minus before the longitude was missing. We added it."),
    "hour_wrong": gettext_noop("There is no hour %(hour)s."),
    "minute_wrong": gettext_noop("There is no minute %(minute)s."),
    "hours_assumed": gettext_noop("We read these as hours after noon. Is that right?"),
    "date_wrong": gettext_noop("We cannot read this as a date."),
    "date_ambiguous": gettext_noop("Day or month first? We read this as %(date)s."),
    "date_year_missing": gettext_noop("The year is missing."),
    "date_day_missing": gettext_noop("The day is missing. We took the first of the month."),
    "date_serial": gettext_noop("The spreadsheet stored this date as a number. We read it as %(date)s."),
    "number_wrong": gettext_noop("This is not a number."),
    "number_range": gettext_noop("This is a range. Choose one number."),
    "choice_like": gettext_noop("“%(value)s” is not on the list. Did you mean “%(suggestion)s”?"),
    "choice_unknown": gettext_noop("“%(value)s” is not on the list."),
    "too_long": gettext_noop("This has %(length)s characters. The most we can take is %(limit)s."),
}


@dataclass(frozen=True)
class Problem:
    """A warning keeps the value and asks to look at it; anything else makes the cell wrong."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    is_warning: bool = False

    def __str__(self) -> str:
        return MESSAGES[self.code] % self.params


def warning(code: str, **params: Any) -> Problem:
    return Problem(code, params, is_warning=True)


def wrong(code: str, **params: Any) -> Problem:
    return Problem(code, params)
