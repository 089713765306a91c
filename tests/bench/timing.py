"""Medians of repeated calls, and ratios of calls that take turns."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One line of the table: what, the measured value, what it is compared with, and the bound."""

    what: str
    value: str
    against: str
    ratio: str
    bound: str
    holds: bool

    def row(self) -> str:
        return f"| {self.what} | {self.value} | {self.against} | {self.ratio} | {self.bound} | {'yes' if self.holds else '**no**'} |"


def seconds(call: Callable[[], Any]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def median(call: Callable[[], Any], *, times: int = 21, warm: int = 3) -> float:
    """The median of `times` calls in seconds, after `warm` calls that do not count."""
    for _ in range(warm):
        call()
    return statistics.median(seconds(call) for _ in range(times))


def taking_turns(one: Callable[[], Any], other: Callable[[], Any], *, times: int = 21) -> tuple[float, float]:
    """Medians of two calls that alternate, so that what else the machine does hits both."""
    one(), other()
    pairs = [(seconds(one), seconds(other)) for _ in range(times)]
    return statistics.median(first for first, _ in pairs), statistics.median(second for _, second in pairs)


def milliseconds(value: float) -> str:
    return f"{value * 1000:.1f} ms"
