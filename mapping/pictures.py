"""The comparison as a picture: where each shape of the grid stands. No database, no colors."""

from dataclasses import dataclass
from typing import Final

from mapping.queries.comparison import Grid

LEFT, TOP, ROW, COLUMN, STEP, MOST = 190, 96, 44, 132, 19, 6
LETTERS: Final = 15


@dataclass(frozen=True, slots=True)
class Shape:
    """One need, or a number where there are more than fit."""

    x: float
    y: float
    kind: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """Words at a place."""

    x: float
    y: float
    words: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The picture, with the sides of its box."""

    width: int
    height: int
    heads: list[Line]
    names: list[Line]
    rules: list[float]
    bars: list[float]
    shapes: list[Shape]


def drawn(grid: Grid) -> Drawing:
    """Every need as its shape, worst first, in its cell. Blank cells stay blank."""
    width, height = LEFT + COLUMN * max(len(grid.columns), 1) + 8, TOP + ROW * len(grid.rows) + 8
    shapes = [
        shape
        for down, (_area, cells) in enumerate(grid.rows)
        for across, cell in enumerate(cells)
        for shape in _shapes([kind for _state, kind, count, _word in cell.shapes for _n in range(count)], across, down)
    ]
    return Drawing(
        width=width,
        height=height,
        heads=[line for place, (_key, name) in enumerate(grid.columns) for line in _head(str(name), place)],
        names=[Line(4, TOP + ROW * down + 27, str(area)) for down, (area, _cells) in enumerate(grid.rows)],
        rules=[TOP + ROW * down for down in range(len(grid.rows) + 1)],
        bars=[LEFT + COLUMN * place for place in range(len(grid.columns))],
        shapes=shapes,
    )


def _shapes(kinds: list[str], across: int, down: int) -> list[Shape]:
    x, y = LEFT + COLUMN * across + 8, TOP + ROW * down + 14
    placed = [
        Shape(x + STEP * number, y, kind)
        for number, kind in enumerate(kinds[: MOST if len(kinds) <= MOST else MOST - 1])
    ]
    left = len(kinds) - len(placed)
    return [*placed, Shape(x + STEP * len(placed) + 2, y + 13, "", left)] if left else placed


def _head(name: str, across: int) -> list[Line]:
    """A column's name in at most three short lines, standing on the grid."""
    x, lines = LEFT + COLUMN * across + 8, list[str]()
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    kept = lines[:3]
    return [Line(x, TOP - 10 - 17 * (len(kept) - 1 - place), words) for place, words in enumerate(kept)]
