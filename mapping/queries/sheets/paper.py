"""What goes onto paper: the sheet as one page, and empty worksheets."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from mapping.models import Area, Side
from mapping.queries.sheets.ours import Row, Sheet, sheet
from mapping.queries.words import MarkWord

HEIGHT: Final = 156  # millimeters that the rows of one landscape page may take
HAVE_WIDTH, NEED_WIDTH, NAME_WIDTH = 90, 124, 34
BOXES_A_PAGE: Final = 12
LARGE_BOXES_A_PAGE: Final = 4


@dataclass(frozen=True, slots=True)
class Set:
    """How type is set at one density: a letter's width, a line's and a row's height, in millimeters."""

    letter: float
    line: float
    row: float


DENSITIES: Final = (Set(1.5, 5.3, 2.3), Set(1.34, 4.8, 1.7), Set(1.17, 4.1, 1.2))


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
    found = sheet()
    for shown in (12, 8, 5, 3, 2):
        found = shortened(found, shown)
        for density, setting in enumerate(DENSITIES):
            if sum(_height(row, setting) for row in found.rows) <= HEIGHT:
                return Paper(found, density)
    return Paper(found, len(DENSITIES) - 1)


def shortened(found: Sheet, shown: int) -> Sheet:
    """The same with at most so many chips in each cell; rows say how many more there are."""
    rows = [
        replace(row, chips=row.chips[:shown], holes=row.holes[:shown], halves=row.halves[:shown]) for row in found.rows
    ]
    return replace(found, rows=rows)


def _height(row: Row, setting: Set) -> float:
    have = [_width(chip.name, chip.marks, setting) for chip in row.chips]
    need = [_width(f"{one.summary} {one.urgency}", one.marks, setting) + 7 for one in (*row.holes, *row.halves)]
    name = _lines([len(word) * 2.3 for word in str(row.area).split()], NAME_WIDTH) * 4.4 + (
        3.6 if row.need_count else 0
    )
    lines = max(_lines(have, HAVE_WIDTH), _lines(need, NEED_WIDTH))
    return max(lines * setting.line, name) + setting.row


def _width(words: str, marks: list[MarkWord], setting: Set) -> float:
    """A chip's width. Marks stand in smaller type, after a symbol."""
    return len(words) * setting.letter + 5.5 + sum(17 * setting.letter * 0.8 + 3.5 for _mark in marks)


def _lines(widths: list[float], room: float) -> int:
    """How many lines things of these widths fill, one after the other."""
    lines, left = 0, 0.0
    for width in widths:
        if width > left:
            lines, left = lines + 1, room
        left -= min(width, left)
    return lines


@dataclass(frozen=True, slots=True)
class Box:
    """A box of an empty worksheet. No area means a box whose name is left to write."""

    id: UUID | None = None
    name: str = ""


def boxes(*, is_large: bool = False) -> list[list[Box]]:
    """The coalition's areas as pages of boxes. What is left of a page stays unnamed, for areas that are missing."""
    a_page = LARGE_BOXES_A_PAGE if is_large else BOXES_A_PAGE
    named = [Box(area.pk, str(area)) for area in Area.objects.in_use()]
    every = [*named, *[Box()] * (-len(named) % a_page if named else a_page)]
    return [every[start : start + a_page] for start in range(0, len(every), a_page)]


def sides(chosen: str) -> list[Side]:
    """Which of the two worksheets; what we do not know means both."""
    return [Side(chosen)] if chosen in Side.values else list(Side)
