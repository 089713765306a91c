"""The ecosystem sheet: what exists beside what is needed, areas as rows."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Exists, F, Max, Min, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils import timezone
from django.utils.functional import Promise

from ecosystem.accounts.models import Membership
from mapping.coverage import Care, Mark, NeedState, State
from mapping.models import Area, Need, NeedMatch, Resource, ResourceStatus, Urgency
from mapping.queries.gaps import WANT_COLUMNS, Survey, survey
from mapping.queries.sheets.filters import CONDITIONS, Filter, need_passes
from mapping.queries.words import MarkWord, care_marks, need_marks

SHOWN: Final = 12  # chips of one cell; the rest is in the list
NEED_COLUMNS: Final = (*WANT_COLUMNS, "summary", "language", "urgency", "updated_at", "review_on")
PIPS: Final = {Urgency.YEAR: "later", Urgency.SEASON: "soon", Urgency.NOW: "now"}


@dataclass(frozen=True, slots=True)
class Chip:
    """Something that exists: a resource, with its group where that is called otherwise."""

    id: UUID
    name: str
    group: str
    language: str
    marks: list[MarkWord]


@dataclass(frozen=True, slots=True)
class Hole:
    """Something needed that is not, or only partly, answered."""

    id: UUID
    summary: str
    language: str
    is_partly: bool
    pips: str
    urgency: str | Promise
    marks: list[MarkWord]


@dataclass(slots=True)
class Row:
    """One area of the sheet."""

    area: Area | None
    chips: list[Chip] = field(default_factory=list)
    chip_count: int = 0
    holes: list[Hole] = field(default_factory=list)
    halves: list[Hole] = field(default_factory=list)
    counts: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    urgent_count: int = 0

    @property
    def more_chips(self) -> int:
        return self.chip_count - len(self.chips)

    @property
    def more_needs(self) -> int:
        return self.counts[State.UNANSWERED] + self.counts[State.PARTLY] - len(self.holes) - len(self.halves)

    @property
    def need_count(self) -> int:
        return sum(self.counts.values())

    @property
    def answered_count(self) -> int:
        return self.counts[State.ANSWERED]

    @property
    def hole_count(self) -> int:
        return self.counts[State.UNANSWERED]

    @property
    def is_in_bloom(self) -> bool:
        """Needs were stated here, and each has at least part of an answer."""
        return bool(self.need_count) and not self.hole_count


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole page. `counts` has how much each filter shows."""

    rows: list[Row]
    unplaced: Row
    counts: dict[Filter, int]
    drawn_on: dt.date | None
    look_on: dt.date | None
    people_count: int

    @property
    def is_empty(self) -> bool:
        return not self.rows

    @property
    def has_nothing(self) -> bool:
        return not self.counts[Filter.ALL]


def existing() -> QuerySet[Resource]:
    """What stands on the sheet: resources that have not closed, of groups that have not."""
    runs = Q(organization__closed_on=None) | Q(organization__closed_on__gt=timezone.localdate())
    return Resource.objects.exclude(status=ResourceStatus.CLOSED).filter(runs)


def sheet(chosen: Filter = Filter.ALL, *, shown: int = SHOWN) -> Sheet:
    """Everything that one page of the sheet shows, in eight statements whatever the coalition's size."""
    rows = {area.pk: Row(area) for area in Area.objects.in_use()}
    needs = list(Need.objects.open().filter(area__in=list(rows)).worst_first().values(*NEED_COLUMNS))
    placed = list(_placed(chosen, shown)) if chosen not in {Filter.HOLES, Filter.URGENT} else []
    found = survey(needs, also={row["id"] for row in placed})
    unplaced = Row(None)
    _put_chips(rows, unplaced, placed, found.cares)
    _put_needs(rows, needs, found.states, chosen, shown)
    totals = _totals()
    return Sheet(
        rows=list(rows.values()),
        unplaced=unplaced,
        counts=_counts(needs, found, totals),
        drawn_on=_day(max((row["updated_at"] for row in (*needs, totals) if row["updated_at"]), default=None)),
        look_on=min((day for day in (totals["look_on"], *_reviews(needs)) if day), default=None),
        people_count=Membership.objects.current().count(),
    )


def _placed(chosen: Filter, shown: int) -> QuerySet[Resource, dict[str, Any]]:
    """The first so many resources of each area, those that matter most first, each with the area's count."""
    linked = Exists(NeedMatch.objects.filter(resource=OuterRef("pk")))
    by_area = [F("areas__area_id")]
    order: Any = [
        linked.desc(),
        F("organization__named_count").desc(),
        F("verified_on").desc(nulls_last=True),
        F("name_key"),
        F("pk"),
    ]
    rows = existing().filter(areas__area__retired_at=None).annotate(area=F("areas__area_id"))
    if chosen is not Filter.ALL:
        rows = rows.filter(CONDITIONS[chosen]())
    ranked = rows.annotate(
        nth=Window(RowNumber(), partition_by=by_area, order_by=order), total=Window(Count("pk"), partition_by=by_area)
    )
    names = ("id", "name", "language", "organization__name", "area", "nth", "total")
    return ranked.filter(nth__lte=shown).order_by("area", "nth").values(*names)


def _put_chips(rows: dict[UUID, Row], unplaced: Row, placed: Iterable[dict[str, Any]], cares: dict[UUID, Care]) -> None:
    for found in placed:
        row = rows.get(found["area"], unplaced)
        row.chip_count = found["total"]
        row.chips.append(_chip(found, cares.get(found["id"])))


def _chip(found: dict[str, Any], care: Care | None) -> Chip:
    name, group = found["name"], found["organization__name"]
    told_apart = group if group.casefold() not in name.casefold() else ""
    return Chip(found["id"], name, told_apart, found["language"], care_marks(care) if care else [])


def _put_needs(
    rows: dict[UUID, Row], needs: list[dict[str, Any]], states: dict[UUID, NeedState], chosen: Filter, shown: int
) -> None:
    for need in needs:
        row, found = rows[need["area_id"]], states[need["id"]]
        if not need_passes(chosen, need["urgency"], found):
            continue
        row.counts[found.state] += 1
        row.urgent_count += found.state is State.UNANSWERED and need["urgency"] == Urgency.NOW
        cell = {State.UNANSWERED: row.holes, State.PARTLY: row.halves}.get(found.state)
        if cell is not None and len(cell) < shown:
            cell.append(hole(need, found))


def hole(need: dict[str, Any], found: NeedState) -> Hole:
    """A need as a hole or half a leaf. Its state is the chip's shape, so no mark repeats it."""
    said = {Mark.UNANSWERED, Mark.PARTLY}
    return Hole(
        id=need["id"],
        summary=need["summary"],
        language=need["language"],
        is_partly=found.state is State.PARTLY,
        pips=PIPS[Urgency(need["urgency"])],
        urgency=Urgency(need["urgency"]).label,
        marks=[word for word in need_marks(found) if word.kind not in said],
    )


def _totals() -> dict[str, Any]:
    today = timezone.localdate()
    return existing().aggregate(
        **{name.value or "all": Count("pk", filter=condition()) for name, condition in CONDITIONS.items()},
        all=Count("pk"),
        updated_at=Max("updated_at"),
        look_on=Min("review_on", filter=Q(review_on__gte=today)),
    )


def _counts(needs: list[dict[str, Any]], found: Survey, totals: dict[str, Any]) -> dict[Filter, int]:
    def of_needs(chosen: Filter) -> int:
        return sum(need_passes(chosen, need["urgency"], found.states[need["id"]]) for need in needs)

    return {chosen: of_needs(chosen) + totals.get(chosen.value or "all", 0) for chosen in Filter}


def _reviews(needs: list[dict[str, Any]]) -> Iterator[dt.date]:
    today = timezone.localdate()
    return (need["review_on"] for need in needs if need["review_on"] and need["review_on"] >= today)


def _day(moment: dt.datetime | None) -> dt.date | None:
    return timezone.localdate(moment) if moment else None
