"""Words from a list: areas, moments, kinds. What is nearly right gets a suggestion."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from rapidfuzz import fuzz, process

from ecosystem.imports.folding import folded
from ecosystem.imports.values.problems import Problem, wrong

ALWAYS = re.compile(r"[;|\n•·]+|\s+/\s+")
LIKENESS = 72
PIECE_CHARACTERS = 40


class Choices:
    """A coalition's list: what each word stands for, and how to say it. Made once per column."""

    def __init__(self, names: Mapping[str, Any] | Iterable[str]) -> None:
        """Either names, or names (in any language) and the value each stands for."""
        pairs = names.items() if isinstance(names, Mapping) else ((name, name) for name in names)
        self.values: dict[str, Any] = {}
        self.labels: dict[str, str] = {}
        for name, value in pairs:
            key = folded(name)
            self.values.setdefault(key, value)
            self.labels.setdefault(key, name)
        self.suggested: dict[str, str] = {}

    def __contains__(self, text: str) -> bool:
        return folded(text) in self.values

    def suggestion(self, text: str) -> str:
        """The label most like this, or nothing."""
        key = folded(text)
        if key not in self.suggested:
            found = process.extractOne(key, self.labels.keys(), scorer=fuzz.WRatio, score_cutoff=LIKENESS)
            self.suggested[key] = self.labels[found[0]] if found and len(key) > 2 else ""
        return self.suggested[key]


def clean_choice(text: str, choices: Choices) -> tuple[Any, Problem | None]:
    key = folded(text)
    if not key:
        return None, None
    if key in choices.values:
        return choices.values[key], None
    if like := choices.suggestion(text):
        return None, wrong("choice_like", value=text.strip(), suggestion=like)
    return None, wrong("choice_unknown", value=text.strip())


def clean_choice_list(text: str, choices: Choices) -> tuple[list[Any], Problem | None]:
    """Those that are on the list, and the first that is not."""
    cleaned = [clean_choice(part, choices) for part in split_list(text, choices)]
    values = [value for value, problem in cleaned if value is not None and not problem]
    problems = [problem for _, problem in cleaned if problem]
    return list(dict.fromkeys(values)), problems[0] if problems else None


def split_list(text: str, known: Choices | None = None) -> list[str]:
    """Parts of a list. Commas and slashes cut only where the parts are short, and never inside a known word."""
    if known and text in known:
        return [text.strip()]
    parts = [part for piece in ALWAYS.split(text) for part in split_safely(piece, known)]
    return list(dict.fromkeys(cleaned for part in parts if (cleaned := part.strip(" \t-–*.,"))))


def split_safely(piece: str, known: Choices | None) -> list[str]:
    if (known and piece in known) or not re.search(r"[,/&+]|\b(?:and|y)\b", piece):
        return [piece]
    parts = re.split(r"[,/](?![^(]*\))", piece)
    if known and not all(part in known for part in parts if part.strip()):
        finer = [part for part in re.split(r"[,/&+]|\b(?:and|y)\b", piece, flags=re.IGNORECASE) if part.strip()]
        if all(part in known for part in finer):
            return finer
    is_prose = any(len(part) > PIECE_CHARACTERS or re.search(r"[.!?]\s+\S", part) for part in parts)
    return [piece] if is_prose else parts
