"""When something is open through a week, as bars and as words. No Django but for words."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.formats import time_format
from django.utils.translation import gettext as _

LEFT: Final = 44
WIDE: Final = 360  # 15 units an hour
TOP: Final = 22
STEP: Final = 27
DAY_MINUTES: Final = 1440


@dataclass(frozen=True)
class Slot:
    """Open on a weekday (0 is Monday); past midnight when it closes earlier than it opens."""

    weekday: int
    opens_at: dt.time
    closes_at: dt.time


@dataclass(frozen=True)
class Bar:
    """A stretch of one day."""

    x: float
    y: int
    width: float


def minutes(at: dt.time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def pieces(slot: Slot) -> list[tuple[int, int, int]]:
    """(weekday, from, to) in minutes; a slot over midnight is two pieces."""
    start, end = minutes(slot.opens_at), minutes(slot.closes_at) or DAY_MINUTES
    if end > start:
        return [(slot.weekday, start, end)]
    return [(slot.weekday, start, DAY_MINUTES), ((slot.weekday + 1) % 7, 0, end)]


def bars(slots: Iterable[Slot]) -> list[Bar]:
    """What to draw."""
    per_minute = WIDE / DAY_MINUTES
    return [
        Bar(x=round(LEFT + start * per_minute, 1), y=TOP + STEP * day, width=round((end - start) * per_minute, 1))
        for slot in slots
        for day, start, end in pieces(slot)
    ]


def spoken(at: dt.time) -> str:
    """A time of day as people say it."""
    if at in (dt.time(0), dt.time(12)):
        return _("midnight") if at == dt.time(0) else _("noon")
    return time_format(at)


def lines(slots: Iterable[Slot]) -> list[tuple[str, str]]:
    """(weekday, hours in words) for every day that has any."""
    by_day: dict[int, list[str]] = {}
    for slot in sorted(slots, key=lambda slot: (slot.weekday, slot.opens_at)):
        span = _("%(start)s to %(end)s") % {"start": spoken(slot.opens_at), "end": spoken(slot.closes_at)}
        by_day.setdefault(slot.weekday, []).append(span)
    return [(str(WEEKDAYS_ABBR[day]), ", ".join(spans)) for day, spans in by_day.items()]


def rows() -> list[tuple[str, int, float]]:
    """(short name, y of the name, y of the line) of each weekday."""
    return [(str(WEEKDAYS_ABBR[day]), TOP + 13 + STEP * day, TOP + 8.5 + STEP * day) for day in sorted(WEEKDAYS)]


def ticks() -> list[tuple[int, str]]:
    """(x, label) of the hours above the bars."""
    return [
        (
            LEFT + 15 * hour,
            spoken(dt.time(hour % 24))
            if hour in (12,)
            else time_format(dt.time(hour % 24), "g a" if hour % 12 else "g"),
        )
        for hour in (0, 6, 12, 18, 24)
    ]
