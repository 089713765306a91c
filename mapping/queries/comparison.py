"""Existing compared with needed: areas by a chosen axis, each cell with its needs' states and marks, worst first."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.content.text import shown
from mapping.coverage import Mark, NeedState, Nesting, State
from mapping.models import AccessPart, Answer, Area, Extent, Moment, Need, Neighborhood, Population
from mapping.queries.gaps import WANT_COLUMNS, survey
from mapping.queries.words import MARK_LABELS, MarkWord, language_name, need_marks

NEED_COLUMNS: Final = (*WANT_COLUMNS, "summary", "language", "urgency", "people_count")
UNSTATED: Final = "none"
SHAPES: Final = {State.UNANSWERED: "hole", State.PARTLY: "half", State.ANSWERED: "answered"}
WORDS: Final[dict[State, str | Promise]] = {
    State.UNANSWERED: gettext_lazy("unanswered"),
    State.PARTLY: gettext_lazy("partly"),
    State.ANSWERED: gettext_lazy("answered"),
}


class Axis(StrEnum):
    """What the columns are."""

    PLACE = "place"
    POPULATION = "population"
    MOMENT = "moment"
    LANGUAGE = "language"


COLUMNS: Final = {
    Axis.PLACE: "neighborhood_id",
    Axis.POPULATION: "population_id",
    Axis.MOMENT: "moment",
    Axis.LANGUAGE: "for_language",
}
AXIS_LABELS: Final[dict[Axis, str | Promise]] = {
    Axis.PLACE: gettext_lazy("Place"),
    Axis.POPULATION: gettext_lazy("For whom"),
    Axis.MOMENT: gettext_lazy("Moment"),
    Axis.LANGUAGE: gettext_lazy("Language"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page was asked for: the axis, values of the others, one cell, and which resources count."""

    axis: Axis = Axis.PLACE
    chosen: Mapping[Axis, str] = field(default_factory=dict)
    area: str = ""
    state: str = ""
    mark: str = ""
    access: str = ""
    says: str = Extent.YES

    @classmethod
    def of(cls, given: Mapping[str, str]) -> "Asked":
        """From an address; what we do not know is as if it were not there."""
        axis = Axis(given["by"]) if given.get("by") in set(Axis) else Axis.PLACE
        return cls(
            axis=axis,
            chosen={name: given[name] for name in Axis if given.get(name)},
            area=given.get("area", ""),
            state=given["state"] if given.get("state") in set(State) else "",
            mark=given["mark"] if given.get("mark") in set(Mark) else "",
            access=given["access"] if given.get("access") in AccessPart.values else "",
            says=given["says"] if given.get("says") in Extent.values else Extent.YES,
        )

    def query(self, **changes: str) -> str:
        """The address of the same with something changed."""
        said: dict[str, str] = {
            "by": self.axis,
            **{str(axis): value for axis, value in self.chosen.items()},
            "area": self.area,
            "state": self.state,
            "mark": self.mark,
        }
        said |= {"access": self.access, "says": self.says if self.access else ""} | changes
        return urlencode({name: str(value) for name, value in said.items() if value})

    def only(self) -> Q | None:
        """The condition on resources that an access answer makes."""
        if not self.access:
            return None
        answers = Answer.objects.filter(resource=OuterRef("pk"), question=self.access)
        if self.says == Extent.UNKNOWN:
            return ~Q(Exists(answers.exclude(value__in=["", Extent.UNKNOWN])))
        return Q(Exists(answers.filter(value=self.says)))


@dataclass(frozen=True, slots=True)
class Stated:
    """A need with its state and marks, and where it stands in the grid."""

    id: UUID
    summary: str
    language: str
    area: Area
    urgency: int
    people_count: int | None
    values: Mapping[Axis, str]
    names: Mapping[Axis, str]
    found: NeedState
    marks: list[MarkWord]


@dataclass(slots=True)
class Cell:
    """The needs of one area under one column. None stated means a blank, not success."""

    query: str = ""
    column: str = ""
    states: Counter[State] = field(default_factory=Counter)
    marks: Counter[Mark] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        return sum(self.states.values())

    @property
    def shapes(self) -> list[tuple[State, str, int, str | Promise]]:
        """State, symbol, count and word, worst first."""
        return [(state, SHAPES[state], self.states[state], WORDS[state]) for state in SHAPES if self.states[state]]

    @property
    def others(self) -> list[tuple[Mark, int, str | Promise]]:
        """Marks beyond the state itself, worst first."""
        told = {Mark.UNANSWERED, Mark.PARTLY}
        return [(mark, self.marks[mark], MARK_LABELS[mark]) for mark in Mark if self.marks[mark] and mark not in told]


@dataclass(frozen=True, slots=True)
class Grid:
    """Areas by an axis. `needs` are all that the filters let through, worst first."""

    asked: Asked
    columns: list[tuple[str, str]]
    rows: list[tuple[Area, list[Cell]]]
    needs: list[Stated]
    choices: dict[Axis, list[tuple[str, str]]]

    @property
    def total(self) -> Cell:
        whole = Cell()
        for _area, cells in self.rows:
            for cell in cells:
                whole.states.update(cell.states)
                whole.marks.update(cell.marks)
        return whole


def comparison(asked: Asked) -> Grid:
    """The whole grid, in seven statements whatever the coalition's size."""
    areas = {area.pk: area for area in Area.objects.in_use()}
    names = _names()
    rows = list(Need.objects.open().filter(area__in=list(areas)).worst_first().values(*NEED_COLUMNS))
    states = survey(rows, only=asked.only()).states
    every = [_stated(row, areas, states[row["id"]], names) for row in rows]
    every.sort(key=lambda need: (need.found.worst, -need.urgency))
    nesting = Nesting({place.pk: place.parent_id for place in names.places.values()})
    needs = [need for need in every if _is_asked(need, asked, nesting)]
    columns = _columns(every, asked.axis)
    grid = [(area, [_cell(needs, area, column, asked) for column in columns]) for area in areas.values()]
    return Grid(asked, columns, grid, needs, {axis: _columns(every, axis) for axis in Axis})


@dataclass(frozen=True, slots=True)
class _Names:
    places: dict[UUID, Neighborhood]
    people: dict[UUID, str]

    def of(self, axis: Axis, value: Any) -> str:
        if not value:
            return _("not stated")
        if axis is Axis.PLACE:
            return str(self.places[value])
        if axis is Axis.POPULATION:
            return self.people[value]
        return str(Moment(value).label) if axis is Axis.MOMENT else language_name(value)


def _names() -> _Names:
    people = Population.objects.values_list("pk", "name")
    return _Names(
        {place.pk: place for place in Neighborhood.objects.all()}, {pk: shown(name).words for pk, name in people}
    )


def _stated(row: dict[str, Any], areas: dict[UUID, Area], found: NeedState, names: _Names) -> Stated:
    return Stated(
        id=row["id"],
        summary=row["summary"],
        language=row["language"],
        area=areas[row["area_id"]],
        urgency=row["urgency"],
        people_count=row["people_count"],
        values={axis: str(row[column] or UNSTATED) for axis, column in COLUMNS.items()},
        names={axis: names.of(axis, row[column]) for axis, column in COLUMNS.items()},
        found=found,
        marks=need_marks(found),
    )


def _is_asked(need: Stated, asked: Asked, nesting: Nesting) -> bool:
    if asked.area and str(need.area.pk) != asked.area:
        return False
    if (asked.state and need.found.state != asked.state) or (asked.mark and asked.mark not in need.found.marks):
        return False
    return all(_has(need.values[axis], axis, value, nesting) for axis, value in asked.chosen.items())


def _has(value: str, axis: Axis, wanted: str, nesting: Nesting) -> bool:
    """A place takes in all that lies within it."""
    if axis is Axis.PLACE and UNSTATED not in (value, wanted):
        return wanted in {str(place) for place in nesting.above(UUID(value))}
    return value == wanted


def _columns(needs: list[Stated], axis: Axis) -> list[tuple[str, str]]:
    """The values that needs were stated for, by name (moments in their own order); what is not stated comes last."""
    found = {need.values[axis]: need.names[axis] for need in needs}
    moments = {moment.value: place for place, moment in enumerate(Moment)} if axis is Axis.MOMENT else {}
    return sorted(found.items(), key=lambda one: (one[0] == UNSTATED, moments.get(one[0], 0), one[1].casefold()))


def _cell(needs: list[Stated], area: Area, column: tuple[str, str], asked: Asked) -> Cell:
    key, name = column
    cell = Cell(asked.query(area=str(area.pk), state="", mark="", **{asked.axis.value: key}), name)
    for need in needs:
        if need.area.pk == area.pk and need.values[asked.axis] == key:
            cell.states[need.found.state] += 1
            cell.marks.update(need.found.marks)
    return cell


def access_choices() -> Iterator[tuple[str, str]]:
    return ((part.value, str(part.label)) for part in AccessPart)
