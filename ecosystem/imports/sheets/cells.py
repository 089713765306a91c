"""One cell as text, always written the same way."""

import datetime as dt
from typing import Any

from ecosystem.imports.formulas import unescape_formula


def cell_text(value: Any) -> str:
    if type(value) is str:
        return clean_text(value) if value else ""
    if type(value) is float:
        return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return moment_text(value)


def clean_text(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return unescape_formula(text) if text[:1] == "'" else text


def moment_text(value: Any) -> str:
    """Dates and times in ISO order; midnight and seconds only where they say something."""
    if isinstance(value, dt.datetime):
        if value.time() == dt.time(0):
            return value.date().isoformat()
        return f"{value.date().isoformat()} {moment_text(value.time())}"
    if isinstance(value, dt.time):
        return value.isoformat("seconds" if value.second else "minutes")
    if isinstance(value, dt.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        clock = f"{minutes // 60:02}:{minutes % 60:02}"
        return f"{clock}:{seconds:02}" if seconds else clock
    return str(value)


def cell_name(row: int, column: int) -> str:
    """Where a cell is, as spreadsheets say it: row 0, column 27 is AB1."""
    return f"{column_letters(column)}{row + 1}"


def column_letters(column: int) -> str:
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
