"""Is a need answered, and what is wrong with the answer? Plain arithmetic, no database; queries/gaps.py feeds it.

The words of the map, made exact:

- A resource *reaches* a place when it lists that neighborhood, one above it, or everywhere; a population likewise
  when it lists it or is for everybody. A need without place or population is reached by all. A resource that says
  nothing about whom it reaches may reach partly: somebody linked it on purpose.
- *Open*: its status is open and its group has not closed. (State bodies have no resources: the database refuses
  them.)
- *Answered*: something linked as a whole is open, verified within a year, and reaches. *Partly*: something linked is
  open and reaches at least partly. Else *unanswered*.
- *Exists but does not work or turns people away*: things are linked, and each one that the state rests on (or, where
  nothing answers, each one linked) has paused or closed, or turns people away.
- A resource *turns people away* when, within a year, at least as many people tried and could not as relied on it; or
  when access is answered no, stated or lived, for the people whom the need names; or when the need is for a language,
  the resource lists its languages, and that one is missing.
- *Only …* marks look at what the state rests on (where the need is answered: what answers it as a whole): they apply
  when it is so of each one. What is unknown does not count as so.
- *Nothing before, nothing after*: the need is for a moment of crisis and is answered or partly so, while nothing open
  in its area, for its place and people, meets basic needs or prevents, or heals.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final
from uuid import UUID

NOBODY: Final[frozenset[UUID]] = frozenset()


class State(StrEnum):
    """How far a need is answered. Values are those of ui's states."""

    ANSWERED = "answered"
    PARTLY = "partly"
    UNANSWERED = "unanswered"


class Mark(StrEnum):
    """What is wrong with the answer, worst first. Values are those of ui's marks."""

    UNANSWERED = "unanswered"
    TURNS_AWAY = "turns-away"
    PARTLY = "partly-answered"
    POLICE = "police-likely"
    ONE_LANGUAGE = "one-language"
    STALE = "stale"
    NOTHING_BEFORE = "nothing-before"
    NOTHING_AFTER = "nothing-after"


RANK: Final = {mark: place for place, mark in enumerate(Mark)}


class Reach(IntEnum):
    """How far a resource gets to those whom a need names."""

    NOT = 0
    PARTLY = 1
    WHOLLY = 2


@dataclass(frozen=True, slots=True)
class Care:
    """What counts of a resource."""

    id: UUID
    is_open: bool = True
    has_stopped: bool = False
    is_fresh: bool = True
    everywhere: bool = False
    everyone: bool = False
    places: frozenset[UUID] = NOBODY
    people: frozenset[UUID] = NOBODY
    areas: frozenset[UUID] = NOBODY
    languages: frozenset[str] = frozenset()
    comes_before: bool = False
    comes_after: bool = False
    refuses: frozenset[str] = frozenset()
    could_not: int = 0
    relied_on: int = 0
    police: str = "police-unknown"

    def turns_away(self, need: "Want") -> bool:
        """Whether those whom the need names are turned away here."""
        if self.could_not and self.could_not >= self.relied_on:
            return True
        if need.access and need.access in self.refuses:
            return True
        return bool(need.language and self.languages and need.language not in self.languages)


@dataclass(frozen=True, slots=True)
class Want:
    """What counts of a need. `access` is the part of access that its population depends on, if any."""

    id: UUID
    area: UUID
    place: UUID | None = None
    people: UUID | None = None
    access: str = ""
    language: str = ""
    is_crisis: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """One resource that is linked to a need, and whether it answers now."""

    resource_id: UUID
    is_whole: bool
    answers: State


@dataclass(frozen=True, slots=True)
class NeedState:
    """How far a need is answered, every mark that applies (worst first), and by what."""

    state: State
    marks: tuple[Mark, ...] = ()
    matches: tuple[Match, ...] = ()
    languages: frozenset[str] = frozenset()

    @property
    def worst(self) -> int:
        """Sorts needs worst first: the smaller, the worse; nothing to say comes last."""
        return RANK[self.marks[0]] if self.marks else len(RANK)


@dataclass(frozen=True, slots=True)
class Nesting:
    """Which neighborhood lies in which."""

    parents: Mapping[UUID, UUID | None]
    _above: dict[UUID, frozenset[UUID]] = field(default_factory=dict)

    def above(self, place: UUID) -> frozenset[UUID]:
        """The neighborhood and all that it lies in. A circle, which a form would refuse, ends."""
        if place not in self._above:
            found: list[UUID] = []
            step: UUID | None = place
            while step and step not in found:
                found.append(step)
                step = self.parents.get(step)
            self._above[place] = frozenset(found)
        return self._above[place]


def place_reach(care: Care, place: UUID | None, nesting: Nesting) -> Reach:
    if place is None or care.everywhere or care.places & nesting.above(place):
        return Reach.WHOLLY
    if not care.places or any(place in nesting.above(part) for part in care.places):
        return Reach.PARTLY
    return Reach.NOT


def people_reach(care: Care, people: UUID | None) -> Reach:
    if people is None or care.everyone or people in care.people:
        return Reach.WHOLLY
    return Reach.NOT if care.people else Reach.PARTLY


def reach(care: Care, need: Want, nesting: Nesting) -> Reach:
    return min(place_reach(care, need.place, nesting), people_reach(care, need.people))


def answer(care: Care, need: Want, *, is_whole: bool, nesting: Nesting) -> State:
    """What one link does for a need right now."""
    reached = reach(care, need, nesting)
    if not care.is_open or reached is Reach.NOT:
        return State.UNANSWERED
    return State.ANSWERED if is_whole and care.is_fresh and reached is Reach.WHOLLY else State.PARTLY


def judge(need: Want, links: Iterable[tuple[Care, bool]], around: Iterable[Care], nesting: Nesting) -> NeedState:
    """State and marks of one need. `links`: resources, and whether linked as a whole; `around`: the area's others."""
    linked = list(links)
    matches = tuple(
        Match(care.id, whole, answer(care, need, is_whole=whole, nesting=nesting)) for care, whole in linked
    )
    state = _state(matches)
    useful = [
        care for (care, _), match in zip(linked, matches, strict=True) if State.UNANSWERED is not match.answers is state
    ]
    marks = [*_own_marks(need, state, [care for care, _ in linked], useful)]
    if need.is_crisis and useful:
        marks += _around_marks(need, [*useful, *around], nesting)
    return NeedState(state, tuple(marks), matches, _common_language(useful))


def _state(matches: Iterable[Match]) -> State:
    answers = {match.answers for match in matches}
    return next((state for state in (State.ANSWERED, State.PARTLY) if state in answers), State.UNANSWERED)


def _own_marks(need: Want, state: State, linked: list[Care], useful: list[Care]) -> Iterator[Mark]:
    if state is State.UNANSWERED:
        yield Mark.UNANSWERED
    if linked and all(care.has_stopped or care.turns_away(need) for care in useful or linked):
        yield Mark.TURNS_AWAY
    if state is State.PARTLY:
        yield Mark.PARTLY
    if useful and all(care.police == Mark.POLICE for care in useful):
        yield Mark.POLICE
    if (only := _common_language(useful)) and only != {need.language}:
        yield Mark.ONE_LANGUAGE
    if useful and not any(care.is_fresh for care in useful):
        yield Mark.STALE


def _around_marks(need: Want, near: list[Care], nesting: Nesting) -> Iterator[Mark]:
    there = [care for care in near if care.is_open and (care.comes_before or care.comes_after)]
    if not any(care.comes_before and reach(care, need, nesting) for care in there):
        yield Mark.NOTHING_BEFORE
    if not any(care.comes_after and reach(care, need, nesting) for care in there):
        yield Mark.NOTHING_AFTER


def _common_language(useful: list[Care]) -> frozenset[str]:
    """The one language of all that answers, if each one lists its languages and there is but one."""
    spoken = frozenset[str]().union(*(care.languages for care in useful))
    return spoken if len(spoken) == 1 and all(care.languages for care in useful) else frozenset()
