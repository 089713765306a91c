"""Rows that belong to a resource, read along with it as JSON: one statement, however many kinds of rows."""

from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, JSONObject

from mapping.models import (
    Feedback,
    FeedbackKind,
    Funding,
    NeedMatch,
    Promise,
    PromisedPerson,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
)


def with_facets(resources: QuerySet[Resource]) -> QuerySet[Resource]:
    """Each resource with `its_areas`, `its_places`, `its_people`, `its_languages`, `its_funding`, `its_promises`,
    `its_needs` (lists of dictionaries), and `said_<kind>` and `promised_count` (numbers)."""
    counts = {f"said_{kind}": _people(kind) for kind in FeedbackKind.values}
    promised = _about(PromisedPerson)
    return resources.annotate(
        its_areas=_rows(ResourceArea, "area__position", id="area_id", name="area__name", tone="area__tone"),
        its_places=_rows(ResourceReach, "neighborhood__name_key", id="neighborhood_id", name="neighborhood__name"),
        its_people=_rows(ResourcePopulation, "population__name_key", id="population_id", name="population__name"),
        its_languages=_rows(ResourceLanguage, "language", code="language"),
        its_funding=_rows(Funding, "kind", kind="kind", note="note", strings="strings"),
        its_promises=_rows(Promise, "created_at", part="part", runs="runs", public="is_public", yes="consent_on"),
        its_needs=_rows(
            NeedMatch, "-need__urgency", id="need_id", summary="need__summary", lang="need__language",
            coverage="coverage", closed="need__closed_at", note="note",
        ),
        promised_count=Coalesce(Subquery(promised.values("resource").annotate(n=Count("pk")).values("n")), 0),
        **counts,
    )  # fmt: skip


def _about(model: Any) -> Any:
    return model.objects.filter(resource=OuterRef("pk")).order_by()


def _rows(model: Any, order: str, **fields: str) -> ArraySubquery:
    return ArraySubquery(_about(model).order_by(order, "pk").values(json=JSONObject(**fields)))


def _people(kind: str) -> Coalesce:
    """How many people said so, as far as it is known."""
    return Coalesce(
        Subquery(_about(Feedback).filter(kind=kind).values("resource").annotate(n=Sum("people_count")).values("n")), 0
    )
