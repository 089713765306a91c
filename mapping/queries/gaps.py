"""The one place where a need's state and marks come from. coverage.py says what the words mean."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

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

__all__ = ["Mark", "Match", "NeedState", "State", "need_states"]

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


def need_states(need_ids: Iterable[UUID] | None = None) -> dict[UUID, NeedState]:
    """State and marks of these needs, or of all open ones, in six statements whatever their number."""
    wants = _wants(need_ids)
    if not wants:
        return {}
    nesting = Nesting(dict(Neighborhood.objects.values_list("id", "parent_id")))
    links = _links(need_ids)
    crisis_areas = {want.area for want in wants if want.is_crisis}
    care = cares(_concerned(need_ids, crisis_areas))
    around = _by_area(care.values(), crisis_areas)
    return {
        want.id: judge(
            want, [(care[key], whole) for key, whole in links[want.id] if key in care], around[want.area], nesting
        )
        for want in wants
    }


def _asked(need_ids: Iterable[UUID] | None, prefix: str = "") -> Q:
    if need_ids is None:
        return Q(**{f"{prefix}closed_at": None})
    return Q(**{f"{prefix}pk__in": list(need_ids)})


def _wants(need_ids: Iterable[UUID] | None) -> list[Want]:
    names = ("id", "area_id", "neighborhood_id", "population_id", "population__name", "for_language", "moment")
    return [_want(row) for row in Need.objects.filter(_asked(need_ids)).order_by().values(*names)]


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


def _links(need_ids: Iterable[UUID] | None) -> defaultdict[UUID, list[tuple[UUID, bool]]]:
    found: defaultdict[UUID, list[tuple[UUID, bool]]] = defaultdict(list)
    rows = NeedMatch.objects.filter(_asked(need_ids, "need__")).values_list("need_id", "resource_id", "coverage")
    for need_id, resource_id, coverage in rows:
        found[need_id].append((resource_id, coverage == Coverage.WHOLE))
    return found


def _concerned(need_ids: Iterable[UUID] | None, crisis_areas: set[UUID]) -> Any:
    """Resources that are linked, and open ones around crises that come before or after."""
    linked = Exists(NeedMatch.objects.filter(_asked(need_ids, "need__"), resource=OuterRef("pk")))
    if not crisis_areas:
        return Resource.objects.filter(linked)
    near = Exists(ResourceArea.objects.filter(area__in=crisis_areas, resource=OuterRef("pk")))
    helps = Q(meets_basic_needs=True) | Q(prevents=True) | Q(heals=True)
    return Resource.objects.filter(linked | Q(near) & helps & Q(status=ResourceStatus.OPEN))


def _by_area(found: Iterable[Care], areas: set[UUID]) -> defaultdict[UUID, list[Care]]:
    by_area: defaultdict[UUID, list[Care]] = defaultdict(list)
    for care in found:
        for area in care.areas & areas:
            by_area[area].append(care)
    return by_area
