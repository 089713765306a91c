"""The garden's geometry: what grows where. No Django, no colors; templates/ui/pictures/garden.html draws it."""

import math
from dataclasses import dataclass, field
from typing import Final

WIDTH: Final = 1000
TOP: Final = 46  # room above the tallest plant
LEAF_STEP: Final = 25
SEED_STEP: Final = 21
ROW: Final = 58  # height of one area when areas stand below each other
LINE: Final = 9  # letters of a label that fit into a narrow plot


@dataclass(frozen=True)
class Plot:
    """One area of care: how many of its needs are answered, partly, not at all, and how many of those are urgent."""

    name: str
    answered: int
    partly: int
    unanswered: int
    urgent: int = 0
    url: str = ""

    @property
    def total(self) -> int:
        """All needs stated here. Zero is blank soil, not success."""
        return self.answered + self.partly + self.unanswered

    @property
    def in_bloom(self) -> bool:
        """Needs were stated and none is left without any answer."""
        return self.total > 0 and self.unanswered == 0


@dataclass(frozen=True)
class Mark:
    """A leaf (x, y, turn, mirrored) or a seed."""

    x: float
    y: float
    kind: str  # whole, half | seed, urgent
    turn: int = 0
    flip: float = 1


@dataclass(frozen=True)
class Plant:
    """One area, drawn."""

    plot: Plot
    x: float
    left: float
    width: float
    stem: str
    tip: tuple[float, float]
    leaves: list[Mark]
    roots: list[str]
    seeds: list[Mark]
    lines: list[tuple[float, str]] = field(default_factory=list)
    count_y: float = 0


def kinds(plot: Plot, most: int) -> tuple[list[str], list[str]]:
    """Leaves from the ground up, seeds from the ground down; at most so many of each, so that no picture overflows."""
    leaves = ["whole"] * plot.answered + ["half"] * plot.partly
    seeds = ["urgent"] * min(plot.urgent, plot.unanswered) + ["seed"] * max(plot.unanswered - plot.urgent, 0)
    return leaves[:most], seeds[:most]


def wrapped(name: str, letters: int) -> list[str]:
    """A label in short lines of whole words."""
    lines: list[str] = []
    for word in name.split():
        if lines and len(lines[-1]) + 1 + len(word) <= letters:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines[:3]


@dataclass(frozen=True)
class Garden:
    """The whole picture, standing."""

    plants: list[Plant]
    ground: float
    height: float
    earth: str
    soil: str


def standing(plots: list[Plot]) -> Garden:
    """Areas side by side, for wide screens and paper."""
    most_leaves = max((min(plot.answered + plot.partly, 10) for plot in plots), default=0)
    most_seeds = max((min(plot.unanswered, 10) for plot in plots), default=0)
    ground = TOP + most_leaves * LEAF_STEP + 40
    labels = ground + 30 + most_seeds * SEED_STEP + 34
    step = WIDTH / max(len(plots), 1)
    plants = [_upright(plot, place, step, ground, labels) for place, plot in enumerate(plots)]
    height = max((plant.count_y for plant in plants), default=labels) + 30
    earth = _earth(ground)
    return Garden(plants, ground, height, earth, f"{earth} V{height} H0z")


def _earth(ground: float) -> str:
    humps = " ".join(f"q20.8 {(-5, 4, -3, 5)[n % 4]} 41.7 0 t41.7 0" for n in range(12))
    return f"M0 {ground} {humps}"


def _upright(plot: Plot, place: int, step: float, ground: float, labels: float) -> Plant:
    x = step * (place + 0.5)
    lean = 6 if place % 2 == 0 else -5
    leaves, seeds = kinds(plot, 10)
    height = len(leaves) * LEAF_STEP + (26 if leaves else 14)
    top = (round(x + lean, 1), ground - height)
    low, high = round(ground - height * 0.4), round(ground - height * 0.6)
    marks = [_leaf(kind, number, place, x, lean, ground, height) for number, kind in enumerate(leaves)]
    spots = [
        (x + (0 if len(seeds) == 1 else _side(number, place) * 10), ground + 26 + number * SEED_STEP)
        for number in range(len(seeds))
    ]
    lines = [(labels + 17 * number, text) for number, text in enumerate(wrapped(plot.name, max(LINE, int(step / 9))))]
    return Plant(
        plot=plot,
        x=round(x, 1),
        left=round(step * place + 2, 1),
        width=round(step - 4, 1),
        stem=f"M{x:.1f} {ground}C{x:.1f} {low} {top[0]} {high} {top[0]} {top[1]}",
        tip=top,
        leaves=marks,
        roots=[f"M{x:.1f} {ground}C{x:.1f} {y - 20:.0f} {2 * x - sx:.1f} {y - 14:.0f} {sx:.1f} {y}" for sx, y in spots],
        seeds=[Mark(round(sx, 1), y, kind) for (sx, y), kind in zip(spots, seeds, strict=True)],
        lines=lines,
        count_y=lines[-1][0] + 18 if lines else labels,
    )


def _side(number: int, place: int) -> int:
    return 1 if (number + place) % 2 == 0 else -1


def _leaf(kind: str, number: int, place: int, x: float, lean: int, ground: float, height: float) -> Mark:
    up = 21 + number * LEAF_STEP
    share = up / height
    along = lean * (3 * share**2 - 2 * share**3)  # how far the stem has leaned at this height
    side = -_side(number, place)
    return Mark(round(x + along, 1), round(ground - up, 1), kind, turn=-22 * side, flip=0.9 * side)


def lying(plots: list[Plot]) -> tuple[list[Plant], int]:
    """Areas below each other, for phones: leaves to the right of the line of earth, seeds to the left."""
    return [_lying(plot, place) for place, plot in enumerate(plots)], len(plots) * ROW + 8


def _lying(plot: Plot, place: int) -> Plant:
    top = 4 + place * ROW
    y = top + 36
    leaves, seeds = kinds(plot, 8)
    length = len(leaves) * 24 + (22 if leaves else 12)
    marks = [
        Mark(114 + 24 * number, y - 1, kind, turn=26 if number % 2 == 0 else -30, flip=0.68)
        for number, kind in enumerate(leaves)
    ]
    spots = [
        (88 - 22 * (number % 4), y + (4 if number % 2 == 0 else -4) + (14 if number > 3 else 0))
        for number in range(len(seeds))
    ]
    return Plant(
        plot=plot,
        x=116,
        left=2,
        width=354,
        stem=f"M104 {y}C{104 + length * 0.4:.0f} {y} {104 + length * 0.6:.0f} {y - 4} {104 + length} {y - 3}",
        tip=(104 + length, y - 3),
        leaves=marks,
        roots=[f"M104 {y}H{min(x for x, _y in spots) + 8}"] if spots else [],
        seeds=[Mark(x, sy, kind) for (x, sy), kind in zip(spots, seeds, strict=True)],
        lines=[(top + 16, plot.name)],
        count_y=top + 16,
    )


def petals() -> list[int]:
    """The turns of a blossom's petals."""
    return [math.floor(60 * number) for number in range(6)]
