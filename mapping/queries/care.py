"""What counts of resources, read in a few statements whatever their number: for gaps.py, and for marks on chips."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any, Final
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from mapping.coverage import Care
from mapping.marks import police_mark
from mapping.models import (
    FRESH_FOR,
    AccessPart,
    Answer,
    CarceralContact,
    Extent,
    Feedback,
    FeedbackKind,
    OrganizationKind,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
    ResourceStatus,
    Standing,
)

COLUMNS: Final = (
    "id", "status", "verified_on", "reaches_everywhere", "serves_everyone", "meets_basic_needs", "prevents", "heals",
    "organization__kind", "organization__closed_on", "its_places", "its_people", "its_areas", "its_languages",
)  # fmt: skip
STOPPED: Final = {ResourceStatus.PAUSED, ResourceStatus.CLOSED}


def cares(resources: QuerySet[Resource]) -> dict[UUID, Care]:
    """What counts of these resources: three statements."""
    rows = list(_with_facets(resources).values(*COLUMNS))
    ids = [row["id"] for row in rows]
    answers, said = _answers(ids), _feedback(ids)
    return {row["id"]: _care(row, answers.get(row["id"], {}), said.get(row["id"], {})) for row in rows}


def _with_facets(resources: QuerySet[Resource]) -> QuerySet[Resource]:
    def many(model: Any, name: str) -> ArraySubquery:
        return ArraySubquery(model.objects.filter(resource=OuterRef("pk")).values(name))

    return resources.annotate(
        its_places=many(ResourceReach, "neighborhood_id"),
        its_people=many(ResourcePopulation, "population_id"),
        its_areas=many(ResourceArea, "area_id"),
        its_languages=many(ResourceLanguage, "language"),
    )


def _answers(ids: Collection[UUID]) -> dict[UUID, dict[tuple[str, str], str]]:
    """By resource: (question, stated or lived) → value. Access only where it is no."""
    asked = Q(question=CarceralContact.POLICE) | Q(question__in=AccessPart.values, value=Extent.NO)
    found: defaultdict[UUID, dict[tuple[str, str], str]] = defaultdict(dict)
    rows = Answer.objects.filter(asked, resource__in=ids).values_list("resource_id", "question", "standing", "value")
    for resource_id, question, standing, value in rows:
        found[resource_id][question, standing] = value
    return found


def _feedback(ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    """By resource: how many people relied on it, or tried and could not, within the last year."""
    recent = Q(heard_on=None) | Q(heard_on__gte=timezone.localdate() - FRESH_FOR)
    kinds = [FeedbackKind.RELIED_ON, FeedbackKind.COULD_NOT]
    rows = Feedback.objects.filter(recent, resource__in=ids, kind__in=kinds).values("resource_id", "kind")
    found: defaultdict[UUID, dict[str, int]] = defaultdict(dict)
    for row in rows.annotate(people=Sum("people_count")):
        found[row["resource_id"]][row["kind"]] = row["people"]
    return found


def _care(row: dict[str, Any], answers: dict[tuple[str, str], str], said: dict[str, int]) -> Care:
    today = timezone.localdate()
    police = [answers.get((CarceralContact.POLICE, standing), "") for standing in (Standing.STATED, Standing.LIVED)]
    is_running = (
        not _is_over(row["organization__closed_on"], today) and row["organization__kind"] != OrganizationKind.STATE_BODY
    )
    return Care(
        id=row["id"],
        is_open=is_running and row["status"] == ResourceStatus.OPEN,
        has_stopped=not is_running or row["status"] in STOPPED,
        is_fresh=bool(row["verified_on"] and row["verified_on"] >= today - FRESH_FOR),
        everywhere=row["reaches_everywhere"],
        everyone=row["serves_everyone"],
        places=frozenset(row["its_places"]),
        people=frozenset(row["its_people"]),
        areas=frozenset(row["its_areas"]),
        languages=frozenset(_spoken(row["its_languages"])),
        comes_before=row["meets_basic_needs"] or row["prevents"],
        comes_after=row["heals"],
        refuses=frozenset(question for question, _ in answers if question != CarceralContact.POLICE),
        could_not=said.get(FeedbackKind.COULD_NOT, 0),
        relied_on=said.get(FeedbackKind.RELIED_ON, 0),
        police=police_mark(*police),
    )


def _is_over(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day <= today


def _spoken(tags: list[str]) -> Iterator[str]:
    """`es-MX` and `es` are one language here."""
    return (tag.split("-")[0].lower() for tag in tags)
