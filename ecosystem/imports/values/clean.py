"""One cell of a known kind to its value: the single door that staging uses."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ecosystem.imports.folding import folded
from ecosystem.imports.values.answers import clean_answer
from ecosystem.imports.values.choices import Choices, clean_choice, clean_choice_list, split_list
from ecosystem.imports.values.contacts import clean_emails, clean_phones, clean_web, clean_webs
from ecosystem.imports.values.dates import clean_date, clean_number
from ecosystem.imports.values.hours import clean_hours
from ecosystem.imports.values.languages import clean_languages
from ecosystem.imports.values.places import clean_coordinates, clean_zip, clean_zips
from ecosystem.imports.values.problems import Problem, wrong

Cleaned = tuple[Any, Problem | None]


@dataclass(frozen=True)
class Settings:
    """What is known about a column. `value_map`: folded text to the value that a person chose for it."""

    value_map: Mapping[str, Any] = field(default_factory=dict)
    choices: Choices | None = None
    day_first: bool | None = None
    order: str = "lat_lon"
    area_code: str = ""
    limit: int = 0


PLAIN = Settings()


def clean_cell(kind: str, text: str, settings: Settings = PLAIN) -> Cleaned:
    """Value and problem. What a person mapped by hand goes before everything else."""
    if settings.value_map and (mapped := settings.value_map.get(folded(text) or text.strip())) is not None:
        return mapped, None
    return CLEANERS[kind](text, settings)


def clean_text(text: str, settings: Settings) -> Cleaned:
    """Without blanks around and doubled inside; line breaks stay."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    tidy = "\n".join(lines)
    if settings.limit and len(tidy) > settings.limit:
        return tidy, wrong("too_long", length=len(tidy), limit=settings.limit)
    return tidy, None


def clean_line(text: str, settings: Settings) -> Cleaned:
    """Text of one line, such as a name."""
    return clean_text(" ".join(text.split()), settings)


def clean_one_of(text: str, settings: Settings) -> Cleaned:
    return clean_choice(text, settings.choices) if settings.choices else clean_line(text, settings)


def clean_some_of(text: str, settings: Settings) -> Cleaned:
    if settings.choices:
        return clean_choice_list(text, settings.choices)
    return split_list(text), None


CLEANERS: dict[str, Callable[[str, Settings], Cleaned]] = {
    "text": clean_text,
    "line": clean_line,
    "answer": lambda text, _: clean_answer(text),
    "phone": lambda text, settings: clean_phones(text, area_code=settings.area_code),
    "email": lambda text, _: clean_emails(text),
    "web": lambda text, _: clean_web(text),
    "webs": lambda text, _: clean_webs(text),
    "languages": lambda text, _: clean_languages(text),
    "zip": lambda text, _: clean_zip(text),
    "zips": lambda text, _: clean_zips(text),
    "coordinates": lambda text, settings: clean_coordinates(text, order=settings.order),
    "hours": lambda text, _: clean_hours(text),
    "date": lambda text, settings: clean_date(text, day_first=settings.day_first),
    "number": lambda text, _: clean_number(text),
    "choice": clean_one_of,
    "choices": clean_some_of,
}
