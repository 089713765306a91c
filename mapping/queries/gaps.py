"""The one place where a need's state and marks come from. coverage.py says what the words mean."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from ecosystem.imports.folding import folded
from mapping.coverage import Care, Mark, Match, NeedState, Nesting, State, Want, judge
from mapping.models import (
    AccessPart,
    Coverage,
    Moment,
    Need,
    NeedMatch,
    Neighborhood,
    Resource,
    ResourceArea,
    ResourceStatus,
)
from mapping.queries.care import cares

__all__ = ["WANT_COLUMNS", "Mark", "Match", "NeedState", "State", "Survey", "need_states", "survey"]

WANT_COLUMNS: Final = (
    "id", "area_id", "neighborhood_id", "population_id", "population__name", "for_language", "moment",
)  # fmt: skip

# Beginnings of words, folded: a population called so depends on this part of access.
ACCESS_WORDS: Final[dict[str, tuple[str, ...]]] = {
    AccessPart.UNDOCUMENTED: ("undocumented", "indocumentad", "sin papeles", "without papers"),
    AccessPart.PHYSICAL: ("disabled", "disabilit", "wheelchair", "discapac", "silla de ruedas"),
    AccessPart.DRUGS: ("people who use", "drug user", "usan drogas", "usuarios de drogas", "consumen drogas"),
    AccessPart.SEX_TRADES: ("sex work", "sex trade", "trabajo sexual", "comercio sexual", "trabajadoras sexuales"),
    AccessPart.NEURODIVERGENT: ("neurodiv", "autis", "adhd", "tdah"),
    AccessPart.TRANS: ("trans ", "transg", "nonbinary", "non binary", "no binari"),
    AccessPart.QUEER: ("queer", "lgbt", "gay", "lesbian", "cuir"),
}


@dataclass(frozen=True, slots=True)
class Survey:
    """The states of some needs, and what counts of the resources that were looked at for them."""

    states: dict[UUID, NeedState]
    cares: dict[UUID, Care]


def need_states(need_ids: Iterable[UUID] | None = None) -> dict[UUID, NeedState]:
    """State and marks of these needs, or of all open ones, in four statements whatever their number."""
    asked = Q(closed_at=None) if need_ids is None else Q(pk__in=list(need_ids))
    return survey(Need.objects.filter(asked).order_by().values(*WANT_COLUMNS)).states


def survey(rows: Iterable[dict[str, Any]], *, also: Collection[UUID] = (), only: Any = None) -> Survey:
    """The same for rows of needs that hold WANT_COLUMNS, and what counts of some more resources: three statements.

    `only` is a condition on resources: others are looked at as if they were not there.
    """
    wants = [_want(row) for row in rows]
    if not wants and not also:
        return Survey({}, {})
    nesting = Nesting(dict(Neighborhood.objects.values_list("id", "parent_id")))
    links = _links([want.id for want in wants])
    crisis_areas = {want.area for want in wants if want.is_crisis}
    linked = {resource for found in links.values() for resource, _ in found}
    concerned = _concerned(linked | set(also), crisis_areas)
    care = cares(concerned if only is None else concerned.filter(only))
    around = _by_area(care.values(), crisis_areas)
    return Survey({want.id: judge(want, _of(links[want.id], care), around[want.area], nesting) for want in wants}, care)


def _of(links: list[tuple[UUID, bool]], care: dict[UUID, Care]) -> list[tuple[Care, bool]]:
    return [(care[resource], whole) for resource, whole in links if resource in care]


def _want(row: dict[str, Any]) -> Want:
    return Want(
        id=row["id"],
        area=row["area_id"],
        place=row["neighborhood_id"],
        people=row["population_id"],
        access=access_part(row["population__name"] or {}),
        language=row["for_language"].split("-")[0].lower(),
        is_crisis=row["moment"] == Moment.INTERRUPTS,
    )


def access_part(population: dict[str, str]) -> str:
    """The part of access that people of this name depend on, in any of the name's languages; mostly none."""
    words = " ".join(f"{folded(name)} " for name in population.values())
    return next(
        (part for part, starts in ACCESS_WORDS.items() if any(f" {start}" in f" {words}" for start in starts)), ""
    )


def _links(need_ids: list[UUID]) -> defaultdict[UUID, list[tuple[UUID, bool]]]:
    found: defaultdict[UUID, list[tuple[UUID, bool]]] = defaultdict(list)
    rows = NeedMatch.objects.filter(need__in=need_ids).values_list("need_id", "resource_id", "coverage")
    for need_id, resource_id, coverage in rows:
        found[need_id].append((resource_id, coverage == Coverage.WHOLE))
    return found


def _concerned(linked: set[UUID], crisis_areas: set[UUID]) -> QuerySet[Resource]:
    """Resources that are linked, and open ones around crises that come before or after."""
    if not crisis_areas:
        return Resource.objects.filter(pk__in=linked)
    near = Exists(ResourceArea.objects.filter(area__in=crisis_areas, resource=OuterRef("pk")))
    helps = Q(meets_basic_needs=True) | Q(prevents=True) | Q(heals=True)
    return Resource.objects.filter(Q(pk__in=linked) | Q(near) & helps & Q(status=ResourceStatus.OPEN))


def _by_area(found: Iterable[Care], areas: set[UUID]) -> defaultdict[UUID, list[Care]]:
    by_area: defaultdict[UUID, list[Care]] = defaultdict(list)
    for care in found:
        for area in care.areas & areas:
            by_area[area].append(care)
    return by_area
