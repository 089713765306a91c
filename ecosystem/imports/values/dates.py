"""Dates and numbers as people type them."""

import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ecosystem.imports.folding import folded
from ecosystem.imports.values.problems import Problem, warning, wrong

ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$")
NUMERIC = re.compile(r"^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:,?\s+\d{1,2}:\d{2}.*)?$")
SERIAL = re.compile(r"^[345]\d{4}(?:\.\d+)?$")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero ene janvye", "february feb febrero fevriye", "march mar marzo mas",
            "april apr abril abr avril",
            "may mayo me", "june jun junio jen", "july jul julio jiye", "august aug agosto ago out",
            "september sept sep septiembre setiembre set septanm", "october oct octubre oktob",
            "november nov noviembre novanm", "december dec diciembre dic desanm",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
EXCEL_EPOCH = dt.date(1899, 12, 30)
NUMBER = re.compile(
    r"""^[~≈<>±]?\s*(?:about|approx\w*|around|circa|ca|como|unos|unas|casi|over|m[aá]s\ de)?[\s.]*
    [$€£]?\s*(-?\d[\d,.\ ]*)\s*[%+$€£]?\s*(?:people|personas|usd|dollars|d[oó]lares)?$""",
    re.IGNORECASE | re.VERBOSE,
)
RANGE = re.compile(r"^\D{0,3}\d[\d,.]*\s*(?:-|–|to|a|or|o)\s*\D{0,2}\d[\d,.]*\D{0,12}$", re.IGNORECASE)


def date_order(samples: Iterable[str]) -> bool | None:
    """True: the day stands first; False: the month; None: the column does not say."""
    day_first = month_first = 0
    for sample in samples:
        if match := NUMERIC.match(sample.strip()):
            day_first += int(match[1]) > 12 >= int(match[2])
            month_first += int(match[2]) > 12 >= int(match[1])
    return None if day_first == month_first else day_first > month_first


def clean_date(text: str, *, day_first: bool | None = None) -> tuple[dt.date | None, Problem | None]:
    """A day. Where the column does not say which comes first, the month does, with a warning."""
    text = text.strip()
    if not text:
        return None, None
    if match := ISO.match(text):
        return checked(int(match[1]), int(match[2]), int(match[3]))
    if match := NUMERIC.match(text):
        return numeric_date(int(match[1]), int(match[2]), full_year(match[3]), day_first)
    if SERIAL.match(text):
        date = EXCEL_EPOCH + dt.timedelta(days=int(float(text)))
        return date, warning("date_serial", date=date.isoformat())
    return worded_date(text)


def numeric_date(first: int, second: int, year: int, day_first: bool | None) -> tuple[dt.date | None, Problem | None]:
    turned = first > 12 >= second or (bool(day_first) and second <= 12)
    day, month = (first, second) if turned else (second, first)
    date, problem = checked(year, month, day)
    if date and day_first is None and first <= 12 and second <= 12 and first != second:
        problem = warning("date_ambiguous", date=date.isoformat())
    return date, problem


def worded_date(text: str) -> tuple[dt.date | None, Problem | None]:
    words = folded(text).split()
    months = [MONTHS[word] for word in words if word in MONTHS]
    numbers = [int(found[1]) for word in words if (found := re.match(r"(\d{1,4})(?:st|nd|rd|th|ro|o)?$", word))]
    years = [number for number in numbers if number > 31]
    days = [number for number in numbers if number <= 31]
    if len(months) != 1 or len(numbers) > 2 or len(words) > 8:
        return None, wrong("date_wrong")
    if not years:
        if len(days) != 2:
            return None, wrong("date_year_missing")
        years, days = [full_year(str(days[1]))], days[:1]
    if not days:
        return dt.date(years[0], months[0], 1), warning("date_day_missing")
    return checked(full_year(str(years[0])), months[0], days[0])


def checked(year: int, month: int, day: int) -> tuple[dt.date | None, Problem | None]:
    try:
        date = dt.date(year, month, day)
    except ValueError:
        return None, wrong("date_wrong")
    return (date, None) if 1800 <= year <= 2200 else (None, wrong("date_wrong"))


def full_year(text: str) -> int:
    year = int(text)
    if year >= 100:
        return year
    return year + (2000 if year < 70 else 1900)


def clean_number(text: str) -> tuple[Decimal | None, Problem | None]:
    """One number; `1,200`, `1.200,50`, `$5`, `about 30` and `30+` are numbers too."""
    text = text.strip()
    if not text:
        return None, None
    match = NUMBER.match(text)
    if not match:
        return None, wrong("number_range" if RANGE.match(text) else "number_wrong")
    try:
        return Decimal(plain_number(match[1].strip(" .,"))), None
    except InvalidOperation:
        return None, wrong("number_wrong")


def plain_number(text: str) -> str:
    text = text.replace(" ", "")
    comma, point = text.rfind(","), text.rfind(".")
    if comma > point and (point >= 0 or not re.fullmatch(r"-?\d{1,3}(,\d{3})+", text)):
        return text.replace(".", "").replace(",", ".")
    return text.replace(",", "") if text.count(".") <= 1 else text.replace(".", "")
