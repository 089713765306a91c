"""Is it open now, and if not, when next? Plain arithmetic over a week, no Django."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Protocol

WEEK: Final = 7 * 24 * 60
DAY: Final = 24 * 60


class Slot(Protocol):
    """A stretch of a week; 0 is Monday. It runs past midnight where it ends before it begins."""

    weekday: int
    opens_at: dt.time
    closes_at: dt.time


@dataclass(frozen=True, slots=True)
class Opening:
    """Open until `at`, or closed until `at`, so many days ahead."""

    is_open: bool
    at: dt.time
    days_ahead: int


def opening(slots: Iterable[Slot], now: dt.datetime) -> Opening | None:
    """What the week says of this moment; nothing where the week is empty."""
    minute = now.weekday() * DAY + now.hour * 60 + now.minute
    begins: list[tuple[int, Slot]] = []
    for slot in slots:
        start = slot.weekday * DAY + _minutes(slot.opens_at)
        length = (_minutes(slot.closes_at) - _minutes(slot.opens_at)) % DAY or DAY
        passed = (minute - start) % WEEK
        if passed < length:
            return Opening(True, slot.closes_at, (now.hour * 60 + now.minute + length - passed) // DAY)
        begins.append(((start - minute) % WEEK, slot))
    if not begins:
        return None
    wait, slot = min(begins, key=lambda begin: begin[0])
    return Opening(False, slot.opens_at, (now.hour * 60 + now.minute + wait) // DAY)


def _minutes(at: dt.time) -> int:
    return at.hour * 60 + at.minute
