"""What goes onto paper: the sheet as one page, and empty worksheets."""

from dataclasses import dataclass
from math import ceil
from typing import Final
from uuid import UUID

from mapping.models import Area, Side
from mapping.queries.sheets.ours import Row, Sheet, sheet

MOST_ROWS: Final = 12
CHARS_A_LINE: Final = {0: 105, 1: 122, 2: 142}  # of both columns together, by how dense the type is set
LINES_A_PAGE: Final = {0: 27, 1: 32, 2: 38}
BOXES_A_PAGE: Final = 12


@dataclass(frozen=True, slots=True)
class Paper:
    """The sheet for one landscape page: how dense the type has to be, and how much of each cell fits."""

    sheet: Sheet
    density: int

    @property
    def rows(self) -> list[Row]:
        return self.sheet.rows


def paper() -> Paper:
    """The sheet, set as large as it fits on one page; where not even the smallest type helps, cells are cut shorter."""
    for shown in (12, 8, 5, 3):
        found = sheet(shown=shown)
        for density in CHARS_A_LINE:
            if sum(_lines(row, density) for row in found.rows) <= LINES_A_PAGE[density]:
                return Paper(found, density)
    return Paper(found, max(CHARS_A_LINE))


def _lines(row: Row, density: int) -> int:
    width = CHARS_A_LINE[density]
    have = sum(len(chip.name) + 6 + 20 * len(chip.marks) for chip in row.chips)
    need = sum(len(one.summary) + 14 + 22 * len(one.marks) for one in (*row.holes, *row.halves))
    return max(ceil(have / (width * 0.36)), ceil(need / (width * 0.62)), 1) if row.need_count or row.chips else 1


@dataclass(frozen=True, slots=True)
class Box:
    """A box of an empty worksheet. No area means a box whose name is left to write."""

    id: UUID | None = None
    name: str = ""


def boxes() -> list[list[Box]]:
    """The coalition's areas as pages of boxes. A few stay unnamed, for what is missing in the coalition's words."""
    named = [Box(area.pk, str(area)) for area in Area.objects.in_use()]
    spare = 2 if len(named) % BOXES_A_PAGE in range(1, BOXES_A_PAGE - 1) else 0
    every = [*named, *([Box()] * (spare if named else BOXES_A_PAGE))]
    return [every[start : start + BOXES_A_PAGE] for start in range(0, len(every), BOXES_A_PAGE)]


def sides(chosen: str) -> list[Side]:
    """Which of the two worksheets; what we do not know means both."""
    return [Side(chosen)] if chosen in Side.values else list(Side)
