"""Opening hours: the prose is always kept, and weekly hours come with it where it is plain what it says."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ecosystem.imports.values.clock import ClockError, Span, spans_from
from ecosystem.imports.values.hour_words import Token, is_blocked, marks_in, tokens_in
from ecosystem.imports.values.problems import Problem, warning, wrong

DAY = 24 * 60
EVERY_DAY = tuple(range(7))


@dataclass(frozen=True)
class Opening:
    """Monday is 0; minutes since midnight. Past midnight `closes` is more than 1440."""

    weekday: int
    opens: int
    closes: int


@dataclass(frozen=True)
class Hours:
    """`weekly` is empty where the prose says more than a week can hold.

    `marks` may have always, on_call, by_appointment, seasonal.
    """

    prose: str
    weekly: tuple[Opening, ...] = ()
    marks: frozenset[str] = frozenset()


def clean_hours(text: str) -> tuple[Hours | None, Problem | None]:
    text = text.strip()
    return parsed_hours(text) if text else (None, None)


@lru_cache(maxsize=20_000)
def parsed_hours(text: str) -> tuple[Hours, Problem | None]:
    tokens = tokens_in(text)
    marks = marks_in(text)
    if "always" in marks and not any(token.kind in {"day", "time"} for token in tokens):
        return Hours(text, tuple(Opening(day, 0, DAY) for day in EVERY_DAY), marks), None
    try:
        clauses = clauses_from(tokens)
        spans = [(days, spans_from(times)) for days, times in clauses]
    except ClockError as error:
        is_meant = error.is_exact or not is_blocked(text, tokens)
        return Hours(text, marks=marks), wrong(error.code, **error.params) if is_meant else None
    if is_blocked(text, tokens) or not spans or not all(map(is_plain, clauses)):
        return Hours(text, marks=marks), None
    weekly = openings(spans)
    if overlaps(weekly):
        return Hours(text, marks=marks), None
    assumed = any(span.is_assumed for _, group in spans for span in group)
    return Hours(text, weekly, marks), warning("hours_assumed") if assumed and weekly else None


Clause = tuple[tuple[int, ...], list[Token]]


def clauses_from(tokens: list[Token]) -> list[Clause]:
    """Days with their times. Either may come first, but in one cell always the same one."""
    relevant = [token for token in tokens if token.kind in {"day", "days", "time", "range", "closed", "all_day"}]
    first = next((token.kind for token in relevant if token.kind != "range"), "")
    days_first = first in {"day", "days"}
    clauses: list[tuple[list[Token], list[Token]]] = []
    state = ""
    for token in relevant:
        kind = kind_of(token, state)
        opens_clause = kind != state and kind == ("days" if days_first else "times")
        if opens_clause or not clauses:
            clauses.append(([], []))
        clauses[-1][0 if kind == "days" else 1].append(token)
        state = kind
    return [(days_of(days), times) for days, times in clauses if days or has_range(times)]


def is_plain(clause: Clause) -> bool:
    """Days without times, times without days, and times that are no pair make the whole text doubtful."""
    times = clause[1]
    return bool(clause[0]) and (bool(spans_from(times)) or any(token.kind == "closed" for token in times))


def kind_of(token: Token, state: str) -> str:
    """A dash belongs to what stands before it."""
    if token.kind == "range":
        return state or "times"
    return "days" if token.kind in {"day", "days"} else "times"


def has_range(times: list[Token]) -> bool:
    return any(token.kind == "all_day" for token in times) or sum(token.kind == "time" for token in times) > 1


def days_of(tokens: list[Token]) -> tuple[int, ...]:
    days: list[int] = []
    is_range = False
    for token in tokens:
        if token.kind == "range":
            is_range = bool(days)
        elif is_range and token.kind == "day":
            day = days[-1]
            while day != token.days[0]:
                day = (day + 1) % 7
                days.append(day)
            is_range = False
        else:
            days += token.days
            is_range = False
    return tuple(sorted(set(days)))


def openings(clauses: list[tuple[tuple[int, ...], list[Span]]]) -> tuple[Opening, ...]:
    return tuple(
        sorted(
            {Opening(day, span.opens, span.closes) for days, spans in clauses for span in spans for day in days},
            key=lambda opening: (opening.weekday, opening.opens),
        )
    )


def overlaps(weekly: tuple[Opening, ...]) -> bool:
    """9 to 11 and 12:30 am to 3:30 pm is a slip of the pen, not a week."""
    pairs = pairwise(weekly)
    return any(one.weekday == other.weekday and other.opens < one.closes for one, other in pairs)
