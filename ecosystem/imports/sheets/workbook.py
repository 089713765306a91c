"""What a spreadsheet holds once it is read: sheets of rows of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import orjson

from ecosystem.imports.words import gettext_noop

Rows = list[list[str]]
Merge = tuple[int, int, int, int]

NOTICES = {
    "mixed_encoding": gettext_noop("Some lines were written with an old encoding. Look at accents and quotes."),
    "old_encoding": gettext_noop("The file was written with an old encoding. Look at accents and quotes."),
    "open_quote": gettext_noop("A quotation mark in line %(line)s is never closed. We read the line as it stands."),
    "formulas": gettext_noop("%(count)s formulas have no result stored. Open the file, save it, and upload it again."),
    "slow_reader": gettext_noop("This file is unusual. We read it in another way; look at the rows with care."),
}


@dataclass(frozen=True)
class Notice:
    """Something to look at that does not stop the import."""

    code: str
    params: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return NOTICES[self.code] % self.params


@dataclass(frozen=True)
class Sheet:
    """One sheet in memory. `merges` are (first row, first column, last row, last column), from 0."""

    name: str
    rows: Rows
    is_hidden: bool = False
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True)
class StoredSheet:
    """One sheet on disk, a JSON list a line, so that nobody holds 50,000 rows at once."""

    name: str
    path: Path
    row_count: int
    column_count: int
    is_hidden: bool = False
    merges: tuple[Merge, ...] = ()

    def iter_rows(self) -> Iterator[list[str]]:
        with self.path.open("rb") as lines:
            yield from map(orjson.loads, lines)

    def sample(self, count: int = 300) -> Sheet:
        """The first rows, enough for `describe`."""
        return Sheet(self.name, list(islice(self.iter_rows(), count)), self.is_hidden, self.merges)


@dataclass(frozen=True)
class Workbook:
    """A whole file. Encoding and delimiter are empty unless it was text."""

    filename: str
    kind: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[Notice, ...] = ()


@dataclass(frozen=True)
class StoredWorkbook:
    """The same, with its sheets on disk."""

    filename: str
    kind: str
    sheets: tuple[StoredSheet, ...]
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[Notice, ...] = ()
