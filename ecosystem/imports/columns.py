"""Which column is which field: by its header in English or Spanish, and by what its values look like."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from ecosystem.imports.folding import header_words
from ecosystem.imports.looks import Looks, looks_of
from ecosystem.imports.words import gettext_noop

MATCHED = 72
SURE = 90
TOLD = 66
STOP_WORDS = """
is this the a an of for to do does did your you my our at in on if it are be can what which who where when how many and
or any please list site service provided number speak have has there
que cual cuales el la los las un una de del su sus tu tus para por en es son usted ustedes tiene hay se y o me nos lo
cuantos donde quien hablan habla
"""
STOP = frozenset(STOP_WORDS.split())
# A name beside one of these is a person's. It must not become the name of a group.
PERSON_WORDS = "poc contact contacto person persona owner manager director coordinator first last dueno encargado"
PEOPLE = frozenset(PERSON_WORDS.split())
BARE_NAMES = frozenset({("name",), ("nombre",)})
WHY = {
    "same_name": gettext_noop("The header says so."),
    "like_name": gettext_noop("The header is like “%(name)s”."),
    "in_question": gettext_noop("The header speaks of “%(name)s”."),
    "looks": gettext_noop("The values look like it."),
    "nothing": gettext_noop("Nothing fits. The column stays with the import."),
    "empty": gettext_noop("The column is empty."),
}
# How a kind's values must look, and how surely that alone tells it.
LOOKS = {
    "phone": "phone", "email": "email", "web": "web", "webs": "web", "zip": "zip", "zips": "zip", "answer": "answer",
    "latitude": "latitude", "longitude": "longitude", "coordinates": "coordinates", "hours": "hours", "date": "date",
    "languages": "languages", "number": "number", "address": "address",
}  # fmt: skip
TELLING = {"phone": 72, "email": 80, "web": 72, "coordinates": 80, "latitude": 74, "longitude": 74, "hours": 70}
STRICT = frozenset(
    {"email", "web", "latitude", "longitude", "coordinates", "date", "zip", "phone", "answer", "languages"}
)


@dataclass(frozen=True)
class Field:
    """Something that a column can fill. `names` are headers that people use, in any language.

    `kind` is one of the cleaners' kinds, or address, latitude, longitude; `many` takes several columns.
    """

    key: str
    names: tuple[str, ...]
    kind: str = "text"
    many: bool = False
    is_required: bool = False


@dataclass(frozen=True)
class Fit:
    """How well one field fits one column, from 0 to 100, and why (a key of WHY). A field's first name has rank 0."""

    field: str
    score: int
    why: str
    name: str = ""
    rank: int = 0


@dataclass(frozen=True)
class Match:
    """One column's answer. `field` is empty where nothing fits; `others` are next best, for the menu."""

    index: int
    header: str
    field: str
    score: int
    why: str
    name: str = ""
    others: tuple[Fit, ...] = ()

    @property
    def is_sure(self) -> bool:
        return self.score >= SURE


def match_columns(headers: Sequence[str], rows: Sequence[Sequence[str]], fields: Sequence[Field]) -> list[Match]:
    """The best field of each column, `rows` being a sample. No field goes to two columns unless it takes many."""
    looks = [looks_of(row[index] if index < len(row) else "" for row in rows) for index in range(len(headers))]
    telling = telling_words(fields)
    fits = [ranked(header, looks[index], fields, telling) for index, header in enumerate(headers)]
    chosen = assigned(fits, {field.key for field in fields if field.many})
    return [
        match_of(index, header, looks[index], chosen.get(index), fits[index]) for index, header in enumerate(headers)
    ]


def telling_words(fields: Sequence[Field]) -> dict[str, str]:
    """Long words that only one field's names have: they tell the field in whatever question they stand."""
    owners: dict[str, set[str]] = {}
    for field in fields:
        for name in field.names:
            for word in core_words(header_words(name)):
                owners.setdefault(word, set()).add(field.key)
    return {word: min(keys) for word, keys in owners.items() if len(keys) == 1 and len(word) > 6}


def ranked(header: str, looks: Looks, fields: Sequence[Field], telling: dict[str, str]) -> list[Fit]:
    fits = (fit(header, looks, field, telling) for field in fields)
    return sorted((found for found in fits if found.score >= 40), key=lambda found: -found.score)


def assigned(fits: list[list[Fit]], many: set[str]) -> dict[int, Fit]:
    """Best pairs first; of equal pairs the one with the plainer name, then the column further left."""
    pairs = [(index, found) for index, column in enumerate(fits) for found in column if found.score >= MATCHED]
    chosen: dict[int, Fit] = {}
    taken: set[str] = set()
    for index, found in sorted(pairs, key=lambda pair: (-pair[1].score, pair[1].rank, pair[0])):
        if index in chosen or found.field in taken:
            continue
        chosen[index] = found
        if found.field not in many:
            taken.add(found.field)
    return chosen


def match_of(index: int, header: str, looks: Looks, chosen: Fit | None, fits: list[Fit]) -> Match:
    others = tuple(found for found in fits if found is not chosen)[:3]
    if chosen:
        return Match(index, header, chosen.field, chosen.score, chosen.why, chosen.name, others)
    return Match(index, header, "", 0, "nothing" if looks.filled else "empty", "", others)


def fit(header: str, looks: Looks, field: Field, telling: dict[str, str]) -> Fit:
    """The header's word, corrected by the values: they can confirm, contradict, or speak alone."""
    score, why, name = named(header_words(header), field)
    if score < TOLD:
        words = [word for word in core_words(header_words(header)) if telling.get(word) == field.key]
        score, why, name = (TOLD, "in_question", words[0]) if words else (score, why, name)
    kind = LOOKS.get(field.kind, "")
    if kind and looks.filled >= 3:
        share = looks.share(kind)
        if share >= 0.6:
            score += 10 if score >= 50 else 0
        elif field.kind in STRICT and share < 0.1 and why != "same_name":
            score -= 35
        elif field.kind in STRICT and share < 0.1:
            score -= 12
        told = TELLING.get(kind, 0) - 8 * is_telling(header)
        if share >= 0.8 and score < told:
            score, why, name = told, "looks", ""
    rank = field.names.index(name) if name in field.names else len(field.names)
    return Fit(field.key, max(0, min(100, round(score))), why, name, rank)


def is_telling(header: str) -> bool:
    """Does the header name something of its own, so that the values must not outvote it?"""
    return len([word for word in header_words(header).split() if word not in STOP]) > 2


def named(words: str, field: Field) -> tuple[float, str, str]:
    best = (0.0, "nothing", "")
    for name in field.names:
        score, why = name_score(words, header_words(name))
        if score > best[0]:
            best = (score, why, name)
    return best


@lru_cache(maxsize=100_000)
def name_score(words: str, name: str) -> tuple[float, str]:
    """Same words 100; slips of the pen by likeness; questions by how much of them the name covers."""
    if not words or not name:
        return 0.0, "nothing"
    if words == name:
        return 100.0, "same_name"
    core, name_core = core_words(words), core_words(name)
    if core and core == name_core:
        return 97.0, "same_name"
    alike = fuzz.ratio(words, name)
    is_longer = words.count(" ") != name.count(" ") and alike < 92
    if is_longer or words[0] != name[0] or (min(len(words), len(name)) < 7 and alike < 88):
        alike = 0.0
    shuffled = fuzz.token_sort_ratio(words, name) - 3 if len(core) > 1 else 0.0
    covered = coverage(core, name_core)
    best = max(alike if alike >= 78 else alike * 0.6, shuffled if shuffled >= 80 else 0.0, covered)
    return best, "in_question" if best == covered and covered else "like_name"


@lru_cache(maxsize=50_000)
def core_words(words: str) -> tuple[str, ...]:
    """Without the words of questions, and in the singular."""
    kept = [word for word in words.split() if word not in STOP] or words.split()
    return tuple(singular(word) for word in kept)


def singular(word: str) -> str:
    if len(word) > 4 and word.endswith("es") and word[-3] in "nrld":
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def coverage(header: tuple[str, ...], name: tuple[str, ...]) -> float:
    """All words of the name stand in the header: the more of it they are the better; last or first counts."""
    if not name or not set(name) <= set(header) or (name in BARE_NAMES and PEOPLE & set(header)):
        return 0.0
    share = len(set(name)) / len(set(header))
    at_end = header[-len(name) :] == name or (len(name) > 1 and header[: len(name)] == name)
    whole = 10 if len(name) > 1 else 0
    return min(94.0, 52 + 34 * share + (8 if at_end else 0) + whole)
