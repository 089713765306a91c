"""Cells that a spreadsheet program would run as a formula: disarmed on export, restored on import."""

import re

TRIGGERS = "=+\\-@\t\r＝＋－＠"
ARMED = re.compile(f"'*[{TRIGGERS}]")
DISARMED = re.compile(f"'+[{TRIGGERS}]")
PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")


def escape_formula(text: str) -> str:
    """Put a quote before what would run. A plain number, such as a western longitude, never runs."""
    if not ARMED.match(text) or PLAIN_NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def unescape_formula(text: str) -> str:
    """Take back exactly the quote that `escape_formula` put there."""
    return text[1:] if text[:1] == "'" and DISARMED.match(text) else text
