"""Pairs of clock times, and which half of the day is meant where nobody said."""

from dataclasses import dataclass
from typing import Any

from ecosystem.imports.values.hour_words import Token

NOON = 12 * 60
DAY = 24 * 60


class ClockError(Exception):
    """There is no such hour or minute. It is exact where somebody wrote the minutes too."""

    def __init__(self, code: str, *, is_exact: bool, **params: Any) -> None:
        self.code = code
        self.is_exact = is_exact
        self.params = params
        super().__init__(code)


@dataclass(frozen=True)
class Span:
    opens: int
    closes: int
    is_assumed: bool = False


def spans_from(tokens: list[Token]) -> list[Span]:
    """Each time, a dash and a time is a span. Anything else means that the text is not plain."""
    times = [token for token in tokens if token.kind == "time"]
    for time in times:
        check(time)
    if any(token.kind == "all_day" for token in tokens):
        return [Span(0, DAY)]
    is_24 = any(time.hour > 12 or (time.minute is not None and time.is_padded) for time in times if not time.half)
    spans: list[Span] = []
    start: Token | None = None
    dashed = False
    for token in tokens:
        if token.kind == "range":
            dashed = start is not None
        elif token.kind == "time" and start and dashed:
            spans.append(span(start, token, is_24))
            start, dashed = None, False
        elif token.kind == "time":
            start = token
    return spans if len(spans) * 2 == len(times) else []


def check(time: Token) -> None:
    is_exact = time.minute is not None
    if time.hour > 24 or (time.hour == 24 and time.minute):
        raise ClockError("hour_wrong", hour=time.hour, is_exact=is_exact)
    if (time.minute or 0) > 59:
        raise ClockError("minute_wrong", minute=time.minute, is_exact=True)


def span(start: Token, end: Token, is_24: bool) -> Span:
    opens, closes, assumed = plain(start), plain(end), False
    if is_24 or start.hour > 12 or end.hour > 12:
        if closes <= opens and closes <= NOON and not end.half and opens < NOON and opens >= 5 * 60:
            closes += NOON  # 9:00-5:00 among 9:00-17:00
    elif not start.half and not end.half:
        opens, closes, assumed = unsaid(opens, closes)
    elif not start.half:
        opens = half_from_end(opens, closes)
    elif not end.half and closes <= opens and closes + NOON > opens:
        closes += NOON
    if closes <= opens:
        closes += DAY
    return Span(opens, closes, assumed)


def plain(time: Token) -> int:
    hour = time.hour
    if time.half == "p" and hour < 12:
        hour += 12
    if time.half == "a" and hour == 12:
        hour = 0
    return hour * 60 + (time.minute or 0)


def unsaid(opens: int, closes: int) -> tuple[int, int, bool]:
    """9-5 and 11-2 cross noon. 2-6 is after noon, most likely: say that we assumed it. 8-12 is the morning."""
    if closes <= opens:
        return opens, closes + NOON, False
    if opens < 7 * 60:
        return opens + NOON, closes + NOON if closes < NOON else closes, True
    return opens, closes, False


def half_from_end(opens: int, closes: int) -> int:
    """In 3-7 pm both are after noon, in 11-1 pm the first is not, and 10-2 am begins the evening before."""
    later = opens + NOON if opens < NOON else opens
    if closes >= NOON:
        return later if later < closes else opens % NOON if opens == NOON and closes > NOON else opens
    return later if opens % NOON >= closes else opens
