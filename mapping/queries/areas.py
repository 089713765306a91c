"""Areas, neighborhoods and populations as their pages show them."""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import get_language

from mapping.models import Area, Need, Neighborhood, Population, Resource
from mapping.words.names import text_key
from mapping.words.starters import AREAS, POPULATIONS, Starter


def _count(relation: str) -> models.Count:
    return models.Count(relation, distinct=True)


def areas_with_counts() -> models.QuerySet[Area]:
    """All areas in the sheet's order, with how much lies in each."""
    counted = Area.objects.annotate(need_count=_count("needs"), resource_count=_count("resources"))
    return counted.order_by("position", "name_key")


def populations_with_counts() -> models.QuerySet[Population]:
    rows: models.QuerySet[Population] = Population.objects.all()
    return rows.annotate(need_count=_count("needs"), resource_count=_count("served_by")).order_by("name_key")


def starters(kind: str) -> list[tuple[Starter, str]]:
    """Starter areas or populations that are not here yet, each with its line in the reader's language."""
    model: Any = Area if kind == "areas" else Population
    here = set(model.objects.values_list("name_key", flat=True))
    language = (get_language() or "en").split("-")[0]
    offered = AREAS if kind == "areas" else POPULATIONS
    return [(one, one.says.get(language, "")) for one in offered if text_key(one.name) not in here]


@dataclass
class Nested:
    """A neighborhood with those that lie within it."""

    place: Neighborhood
    parts: list["Nested"] = field(default_factory=list)


def neighborhoods_nested() -> list[Nested]:
    """The outermost neighborhoods, each with its parts. One query, whatever the depth."""
    rows = Neighborhood.objects.annotate(need_count=_count("needs"), resource_count=_count("reached_by"))
    nodes = {row.pk: Nested(row) for row in rows.order_by("name_key")}
    outermost: list[Nested] = []
    for node in nodes.values():
        above = nodes.get(node.place.parent_id) if node.place.parent_id else None
        (above.parts if above else outermost).append(node)
    return outermost


@dataclass(frozen=True)
class Beginning:
    """How far a new coalition has come with its map."""

    areas: int
    neighborhoods: int
    populations: int
    resources: int
    needs: int

    @property
    def done_count(self) -> int:
        return sum(bool(count) for count in (self.areas, self.neighborhoods, self.populations, self.resources))

    @property
    def next_step(self) -> str:
        steps = {"areas": self.areas, "neighborhoods": self.neighborhoods, "populations": self.populations}
        return next((name for name, count in steps.items() if not count), "fill")


def beginning() -> Beginning:
    """Counts of what there is."""
    models_in_order: list[Any] = [Area, Neighborhood, Population, Resource, Need]
    return Beginning(*(model.objects.count() for model in models_in_order))
