"""What counts of resources, read in one statement whatever their number: for gaps.py, and for marks on chips."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce, Concat
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
    "organization__closed_on", "its_places", "its_people", "its_areas", "its_languages",
    "its_answers", "relied_on", "could_not",
)  # fmt: skip
STOPPED: Final = {ResourceStatus.PAUSED, ResourceStatus.CLOSED}


def cares(resources: QuerySet[Resource]) -> dict[UUID, Care]:
    """What counts of these resources."""
    return {row["id"]: _care(row) for row in _with_facets(resources).values(*COLUMNS)}


def _with_facets(resources: QuerySet[Resource]) -> QuerySet[Resource]:
    return resources.annotate(
        its_places=_many(ResourceReach.objects.all(), "neighborhood_id"),
        its_people=_many(ResourcePopulation.objects.all(), "population_id"),
        its_areas=_many(ResourceArea.objects.all(), "area_id"),
        its_languages=_many(ResourceLanguage.objects.all(), "language"),
        its_answers=_many(_answers(), "words"),
        relied_on=_people(FeedbackKind.RELIED_ON),
        could_not=_people(FeedbackKind.COULD_NOT),
    )


def _many(rows: QuerySet[Any], name: str) -> ArraySubquery:
    return ArraySubquery(rows.filter(resource=OuterRef("pk")).order_by().values(name))


def _answers() -> QuerySet[Any]:
    """What is said of police, and access where it is no."""
    asked = Q(question=CarceralContact.POLICE) | Q(question__in=AccessPart.values, value=Extent.NO)
    bar = Value("|")
    return Answer.objects.filter(asked).annotate(words=Concat("question", bar, "standing", bar, "value"))


def _people(kind: FeedbackKind) -> Coalesce:
    """How many said so within the last year. What has no date counts."""
    recent = Q(heard_on=None) | Q(heard_on__gte=timezone.localdate() - FRESH_FOR)
    said = Feedback.objects.filter(recent, resource=OuterRef("pk"), kind=kind).order_by().values("resource")
    return Coalesce(Subquery(said.annotate(people=Sum("people_count")).values("people")), 0)


def _care(row: dict[str, Any]) -> Care:
    today = timezone.localdate()
    answers = {
        (question, standing): value for question, standing, value in (words.split("|") for words in row["its_answers"])
    }
    police = [answers.get((CarceralContact.POLICE, standing), "") for standing in (Standing.STATED, Standing.LIVED)]
    is_running = not _is_over(row["organization__closed_on"], today)
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
        could_not=row["could_not"],
        relied_on=row["relied_on"],
        police=police_mark(*police),
    )


def _is_over(day: dt.date | None, today: dt.date) -> bool:
    return day is not None and day <= today


def _spoken(tags: list[str]) -> Iterator[str]:
    """`es-MX` and `es` are one language here."""
    return (tag.split("-")[0].lower() for tag in tags)
