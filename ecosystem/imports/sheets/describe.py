"""Which row holds the headers, whether the sheet lies on its side, and whether it holds data at all."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ecosystem.imports.sheets.headers import (
    Header,
    best_header,
    header_strength,
    is_plain_data,
    joined_headers,
    knows,
)
from ecosystem.imports.sheets.workbook import Rows, Sheet
from ecosystem.imports.words import gettext_noop

TRANSPOSED_ROWS = 60

WHY = {
    "headers_on_top": gettext_noop("The first row holds the headers."),
    "headers_below": gettext_noop("Row %(row)s holds the headers; %(count)s rows above it are a title or help."),
    "two_rows": gettext_noop("The headers fill two rows, joined."),
    "on_its_side": gettext_noop("The headers stand in the first column: each column is one record."),
    "no_headers": gettext_noop("No row looks like headers; every row is taken as data."),
    "blank": gettext_noop("This sheet has nothing in it."),
    "only_headers": gettext_noop("This sheet has headers but nothing below them."),
    "not_records": gettext_noop("This sheet holds notes or links, not a list of groups."),
    "chosen": gettext_noop("You chose this row for the headers."),
}


@dataclass(frozen=True)
class SheetGuess:
    """What we make of a sheet. Rows count from 0; `header_row` is None where there are no headers.

    `columns` are the headers as written, blank and repeated ones too; `why` is a key of WHY.
    """

    header_row: int | None
    header_rows: int
    transposed: bool
    columns: tuple[str, ...]
    first_data_row: int
    is_data: bool
    why: str

    def sentence_params(self) -> dict[str, int]:
        row = self.header_row or 0
        return {"row": row + 1, "count": row}


@dataclass(frozen=True)
class Record:
    """One row of data under its columns. `number` counts from 1, as the spreadsheet shows it."""

    number: int
    cells: list[str]

    @property
    def is_blank(self) -> bool:
        return not any(cell.strip() for cell in self.cells)


def describe(
    sheet: Sheet,
    *,
    header_row: int | None = None,
    header_rows: int | None = None,
    transposed: bool | None = None,
) -> SheetGuess:
    """Guess; what the caller says is taken as said. `header_row=-1` means that there are no headers."""
    rows = trimmed_rows(sheet.rows)
    if not rows:
        return SheetGuess(None, 0, False, (), 0, False, "blank")
    if transposed is None:
        transposed = header_row is None and lies_on_its_side(rows)
    merges = () if transposed else sheet.merges
    table = turned(rows) if transposed else rows
    header, why = choose_header(table, merges, header_row, header_rows)
    return guess_from(table, header, transposed, "on_its_side" if transposed and header_row is None else why)


def choose_header(
    table: Rows, merges: Sequence[tuple[int, int, int, int]], row: int | None, count: int | None
) -> tuple[Header | None, str]:
    if row == -1:
        return None, "chosen"
    if row is not None:
        return joined_headers(table, row, merges, count), "chosen"
    header = best_header(table, merges, count)
    if header is None:
        return None, "no_headers"
    if header.row_count == 2:
        return header, "two_rows"
    return header, "headers_below" if header.row else "headers_on_top"


def guess_from(table: Rows, header: Header | None, transposed: bool, why: str) -> SheetGuess:
    first = header.row + header.row_count if header else 0
    width = max(map(len, table))
    names = header.names if header else ()
    columns = names + ("",) * (width - len(names))
    body = [row for row in table[first:] if any(cell.strip() for cell in row)]
    reason = "" if why == "chosen" and body else no_data_reason(columns, body)
    return SheetGuess(
        header.row if header else None,
        header.row_count if header else 0,
        transposed,
        columns,
        first,
        not reason,
        reason or why,
    )


def no_data_reason(columns: Sequence[str], body: Rows) -> str:
    if not body:
        return "only_headers"
    if any(knows(name, "name") for name in columns) or sum(map(knows, columns)) >= 3:
        return ""
    return "" if is_plain_data(columns, body) else "not_records"


def lies_on_its_side(rows: Rows) -> bool:
    """Headers down the first column are stronger than any along the rows."""
    if not 3 <= len(rows) <= TRANSPOSED_ROWS:
        return False
    side = [row[0] if row else "" for row in rows]
    known = sum(map(knows, side))
    if known < 3 or known < 0.4 * len([cell for cell in side if cell]):
        return False
    on_top = max(sum(map(knows, row)) for row in rows[:5])
    return known > on_top and header_strength(turned(rows), 0) > header_strength(rows, 0)


def turned(rows: Rows) -> Rows:
    return [list(column) for column in zip_longest(*rows, fillvalue="")]


def trimmed_rows(rows: Rows) -> Rows:
    end = len(rows)
    while end and not any(cell.strip() for cell in rows[end - 1]):
        end -= 1
    return rows[:end]


def records(rows: Iterable[list[str]], guess: SheetGuess) -> Iterator[Record]:
    """Every row below the headers, blank ones too, all of one width; nothing is cut off.

    A sheet on its side is turned; then `number` is the column's.
    """
    if guess.transposed:
        rows = turned(list(rows))
    width = len(guess.columns)
    for index, row in enumerate(rows):
        if index >= guess.first_data_row:
            yield Record(index + 1, row + [""] * (width - len(row)))
