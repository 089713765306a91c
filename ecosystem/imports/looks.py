"""What the values of a column look like, whatever stands above it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from ecosystem.imports.values.answers import plain_answer
from ecosystem.imports.values.dates import ISO, NUMERIC
from ecosystem.imports.values.languages import parsed_languages

SEEN = 200
ZIP = re.compile(r"\d{5}(?:\.0)?(?:-\d{4})?$|\d{4}$")
PHONE = re.compile(r"\D{0,12}(?:\+?1[\s.-]?)?\(?[2-9]\d{2}\)?[\s./-]*\d{3}[\s.-]*\d{4}(?!\d)")
NUMBER = re.compile(r"-?\d+(?:[.,]\d+)*$")
DEGREES = re.compile(r"-?\d{1,3}\.\d{3,}$")
PAIR = re.compile(r"\D*-?\d{1,3}\.\d{3,}\D{1,12}-?\d{1,3}\.\d{3,}\D*$")
EMAIL = re.compile(r"\S+@\S+\.\w{2,}$")
WEB = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu|info|us|io|coop)(?:/\S*)?$", re.I)
HOURS = re.compile(
    r"\d\s?[ap]\.?m\b|\d{1,2}:\d{2}\s*(?:-|–|to|a)\s*\d|24/7|\b(?:mon|tues?|wed|thu|fri|sat|sun|lun|mar|mi[eé]|jue|vie|s[aá]b|dom)"
    r"[a-z]*\b.*(?:\d|-)",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"\d+[A-Za-z]?(?:-\d+)?\s+(?:[NSEW]\.?\s+)?[A-Za-z0-9]|P\.?\s?O\.? Box|Calle |Avenida ", re.IGNORECASE
)


@dataclass(frozen=True)
class Looks:
    """Shares from 0 to 1 of the filled cells, by kind; and how many cells were filled."""

    filled: int
    shares: dict[str, float] = field(default_factory=dict)

    def share(self, kind: str) -> float:
        return self.shares.get(kind, 0.0)


def looks_of(values: Iterable[str]) -> Looks:
    filled = [text for value in values if (text := value.strip())][:SEEN]
    if not filled:
        return Looks(0)
    counts = dict.fromkeys(TESTS, 0)
    for text in filled:
        for kind, test in TESTS.items():
            counts[kind] += bool(test(text))
    shares = {kind: count / len(filled) for kind, count in counts.items() if count}
    shares["distinct"] = len(set(filled)) / len(filled)
    return Looks(len(filled), shares)


def is_degrees(text: str, low: float, high: float) -> bool:
    return bool(DEGREES.match(text)) and low <= float(text) <= high


TESTS: dict[str, Callable[[str], Any]] = {
    "phone": PHONE.match,
    "zip": ZIP.match,
    "email": EMAIL.match,
    "web": WEB.match,
    "number": NUMBER.match,
    "latitude": lambda text: is_degrees(text, 13, 72),
    "longitude": lambda text: is_degrees(text, -180, -64),
    "coordinates": PAIR.match,
    "answer": lambda text: len(text) < 20 and plain_answer(text),
    "languages": lambda text: len(text) < 60 and parsed_languages(text)[0] and not parsed_languages(text)[1],
    "hours": HOURS.search,
    "date": lambda text: ISO.match(text) or NUMERIC.match(text),
    "address": lambda text: len(text) < 80 and ADDRESS.match(text),
    "prose": lambda text: len(text) > 80,
}
