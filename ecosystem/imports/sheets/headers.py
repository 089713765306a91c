"""Finds the header row by what headers have in common: short distinct words above something else."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ecosystem.imports.folding import header_words
from ecosystem.imports.sheets.workbook import Merge, Rows
from ecosystem.imports.vocabulary import NAMES

SEARCHED_ROWS = 30
SEEN_ROWS = 60
ENOUGH = 0.5
HEADER_CHARACTERS = 140
DIGIT = re.compile(r"\d")
SENTENCE = re.compile(r"[.!;]\s|[.!]$|(?:\S+\s+){6}|.{61}")
KNOWN = {header_words(name): key for key, names in reversed(NAMES.items()) for name in names}
VALUE = re.compile(
    r"""^\s*(?:[+(]?[\d][\d\s().,:/\-+x%$]*|\$.*\d|[^\s@]+@[^\s@]+\.\w+|https?://.*|www\..*
    |y|n|yes|no|s[ií]|true|false|\?|none|active|closed|[a-z]{2})\s*$""",
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True)
class Header:
    row: int
    row_count: int
    names: tuple[str, ...]


def knows(header: str, key: str = "") -> bool:
    """Is this a word that people write above columns (of this kind)?"""
    if not header or len(header) > 60 or "://" in header or "@" in header:
        return False
    words = header_words(header)
    found = KNOWN.get(words) or KNOWN.get(words.rsplit(" ", 1)[-1] if " " in words else "")
    return bool(found) and (not key or found == key)


def looks_like_value(cell: str) -> bool:
    return bool(VALUE.match(cell)) and not knows(cell)


def best_header(rows: Rows, merges: Sequence[Merge], count: int | None) -> Header | None:
    strengths = [header_strength(rows, index) - index * 0.02 for index in range(searched(rows))]
    row = max(range(len(strengths)), key=lambda index: strengths[index])
    if strengths[row] < ENOUGH:
        return None
    if row and count != 1 and is_group_row(rows, row - 1, merges) and strengths[row] > strengths[row - 1]:
        return joined_headers(rows, row - 1, merges, 2)
    return joined_headers(rows, row, merges, count)


def searched(rows: Rows) -> int:
    """Only titles and help stand above headers: no further than two rows that are as full as data."""
    usual = width_of(rows)
    full = [index for index, row in enumerate(rows) if sum(bool(cell.strip()) for cell in row) >= max(2, 0.6 * usual)]
    return min(len(rows), SEARCHED_ROWS, full[2] + 1 if len(full) > 2 else SEARCHED_ROWS)


def header_strength(rows: Rows, index: int) -> float:
    """About 0 for a row of data or a title, 1 and more for headers."""
    row = [cell.strip() for cell in rows[index]]
    filled = [cell for cell in row if cell]
    below = [other for other in rows[index + 1 : index + 1 + SEEN_ROWS] if any(other)]
    if not filled or (len(filled) == 1 and width_of(below) > 1):
        return 0.0
    if max(map(len, filled)) > HEADER_CHARACTERS * 2:
        return 0.0
    share = len(filled) / max(width_of(below), len(filled))
    texts = sum(not looks_like_value(cell) and len(cell) <= HEADER_CHARACTERS for cell in filled) / len(filled)
    distinct = len({cell.casefold() for cell in filled}) / len(filled)
    known = sum(map(knows, filled)) / len(filled)
    return share * texts**2 * distinct * (0.35 + contrast(row, below) * 0.4 + min(known * 2, 1) * 0.8)


def width_of(rows: Rows) -> int:
    """The usual width: rows of notes at the end or one long row do not count."""
    widths = sorted(sum(bool(cell.strip()) for cell in row) for row in rows)
    return widths[len(widths) // 2] if widths else 0


def contrast(header: Sequence[str], below: Rows) -> float:
    """The share of columns whose values look like values, or repeat, and never repeat the header."""
    votes = 0.0
    counted = 0
    for column, name in enumerate(header):
        values = [row[column].strip() for row in below if column < len(row) and row[column].strip()]
        if not name or not values:
            continue
        counted += 1
        if name in values:
            votes -= 1
        elif len(set(values)) <= len(values) / 2 or differs(name, values):
            votes += 1
    return max(votes, 0) / counted if counted else 0.0


def differs(name: str, values: Sequence[str]) -> bool:
    """Do most values look like values, or have digits where the header has none?"""
    numbered = sum(bool(DIGIT.search(value)) for value in values) > len(values) / 2
    return sum(map(looks_like_value, values)) > len(values) / 2 or (numbered and not DIGIT.search(name))


def is_group_row(rows: Rows, row: int, merges: Sequence[Merge]) -> bool:
    """A row above headers that gathers them under wider ones, with gaps where these stretch."""
    top, below = rows[row], rows[row + 1]
    filled = [column for column, cell in enumerate(top) if cell.strip()]
    if len(filled) < 2 or any(looks_like_value(top[column]) or SENTENCE.search(top[column]) for column in filled):
        return any(merge[0] == row and 1 < merge[3] - merge[1] + 1 < len(below) for merge in merges)
    stretched = [column for column in range(filled[0] + 1, len(below)) if not cell_at(top, column)]
    return any(cell_at(below, column) for column in stretched)


def cell_at(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""


def joined_headers(rows: Rows, row: int, merges: Sequence[Merge], count: int | None) -> Header:
    """The headers of one row, or of two, the upper one spread over the columns it covers."""
    if count is None:
        count = 2 if continues_below(rows, row, merges) else 1
    names = [tidy(cell) for cell in rows[row]]
    for below in range(row + 1, min(row + count, len(rows))):
        names = join(spread(names, rows[below], below - 1, merges), rows[below])
    return Header(row, count, tuple(names))


def continues_below(rows: Rows, row: int, merges: Sequence[Merge]) -> bool:
    """Does the next row hold the lower half of merged headers?"""
    if row + 2 >= len(rows) or not is_group_row(rows, row, merges):
        return False
    lower = [cell.strip() for cell in rows[row + 1] if cell.strip()]
    if any(looks_like_value(cell) or len(cell) > 60 for cell in lower):
        return False
    has_merge = any(merge[0] == row and merge[3] > merge[1] for merge in merges)
    return bool(lower) and (has_merge or sum(map(knows, lower)) >= max(2, len(lower) / 2))


def spread(names: list[str], below: Sequence[str], row: int, merges: Sequence[Merge]) -> list[str]:
    """Where merges are known they say how far a header reaches; else it reaches to the next one."""
    wide = names + [""] * (len(below) - len(names))
    mine = [merge for merge in merges if merge[0] == row and merge[3] > merge[1]]
    if mine:
        for _, first, _, last in mine:
            wide[first : last + 1] = [wide[first]] * (min(last + 1, len(wide)) - first)
        return wide
    for column in range(1, len(wide)):
        if not wide[column] and cell_at(below, column):
            wide[column] = wide[column - 1]
    return wide


def join(upper: list[str], lower: Sequence[str]) -> list[str]:
    pairs = ((name, tidy(cell_at(lower, column))) for column, name in enumerate(upper))
    return [" ".join(part for part in (name, sub) if part) if name != sub else name for name, sub in pairs]


def tidy(cell: str) -> str:
    return " ".join(cell.split())


def is_plain_data(columns: Sequence[str], body: Rows) -> bool:
    """Is there a column that could name things: filled, short, mostly distinct, neither links nor prose?"""
    for column in range(len(columns)):
        values = [cell_at(row, column) for row in body]
        filled = [value for value in values if value]
        if len(filled) < 0.5 * len(values):
            continue
        if any("://" in value for value in filled[:5]):
            return False
        return sum(map(len, filled)) / len(filled) < (80 if len(columns) > 1 else 40)
    return False
