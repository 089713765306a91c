"""What happened to a record and to what belongs to it: a fixed number of queries, however long the story."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, JSONField, OuterRef, Subquery, Value
from django.db.models.functions import JSONObject
from django.db.models.query import QuerySet

from ecosystem.history.stories import Row, event_model, owned_by, story_of

BOOKKEEPING = {"pgh_id", "pgh_created_at", "pgh_label", "pgh_obj", "actor_id", "actor", "action", "coalition"}
AT_MOST = 500  # rows of one page of a story: an import touches few rows of one record


@dataclass(frozen=True, slots=True)
class Event:
    """One row of an event table, with what the row said before."""

    model_label: str
    id: int
    record_id: UUID
    label: str
    at: datetime
    actor_id: UUID | None
    actor: str
    action: str
    now: dict[str, Any]
    before: dict[str, Any] | None


def values_of(events: Row) -> JSONObject:
    """A row of an event table as one JSON value, so that tables of different shapes fit into one union."""
    names = [field.attname for field in events._meta.local_concrete_fields if field.name not in BOOKKEEPING]
    return JSONObject(**{name: F(name) for name in names})


def _part(model: Row, conditions: dict[str, Any]) -> QuerySet[Any] | None:
    events = event_model(model)
    if events is None:
        return None
    earlier = events._default_manager.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    before = earlier.order_by("-pgh_id").annotate(_was=values_of(events)).values("_was")[:1]
    return (
        events._default_manager.filter(**conditions)
        .order_by()
        .annotate(
            _model=Value(model._meta.label, output_field=CharField()),
            _now=values_of(events),
            _before=Subquery(before, output_field=JSONField()),
        )
        .values_list(
            "_model",
            "pgh_id",
            "pgh_obj_id",
            "pgh_label",
            "pgh_created_at",
            "actor_id",
            "actor",
            "action",
            "_now",
            "_before",
        )
    )


def _parts(model: Row, record_id: UUID, **conditions: Any) -> list[QuerySet[Any]]:
    keys = dict(owned_by(model))
    wanted = [(model, {"pgh_obj_id": record_id})]
    wanted += [(child, {keys[child]: record_id}) for child in story_of(model).children if child in keys]
    parts = (_part(child, {**own, **conditions}) for child, own in wanted)
    return [part for part in parts if part is not None]


def moments(model: Row, record_id: UUID, *, before: datetime | None = None, limit: int = 20) -> list[datetime]:
    """When something happened, newest first: one moment a transaction."""
    conditions = {"pgh_created_at__lt": before} if before else {}
    parts = [part.values_list("pgh_created_at", flat=True) for part in _bare(model, record_id, conditions)]
    return list(parts[0].union(*parts[1:]).order_by("-pgh_created_at")[:limit]) if parts else []


def moment_count(model: Row, record_id: UUID) -> int:
    parts = [part.values_list("pgh_created_at", flat=True) for part in _bare(model, record_id, {})]
    return parts[0].union(*parts[1:]).count() if parts else 0


def _bare(model: Row, record_id: UUID, conditions: dict[str, Any]) -> list[QuerySet[Any]]:
    keys = dict(owned_by(model))
    own = [(event_model(model), {"pgh_obj_id": record_id})]
    own += [(event_model(child), {keys[child]: record_id}) for child in story_of(model).children if child in keys]
    return [events._default_manager.filter(**which, **conditions).order_by() for events, which in own if events]


def events_between(model: Row, record_id: UUID, first: datetime, last: datetime) -> list[Event]:
    """The events of these moments, newest first."""
    parts = _parts(model, record_id, pgh_created_at__gte=first, pgh_created_at__lte=last)
    rows = parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")[:AT_MOST] if parts else []
    return [Event(*row) for row in rows]


def removed(models: list[Row], *, since: datetime, actor_id: UUID | None = None) -> list[Event]:
    """The last events of rows that are gone, newest first; with `actor_id` only of what this user removed."""
    parts = [part for model in models if (part := _removed_part(model, since, actor_id)) is not None]
    rows = parts[0].union(*parts[1:], all=True).order_by("-pgh_created_at", "-pgh_id")[:AT_MOST] if parts else []
    return [Event(*row) for row in rows]


def _removed_part(model: Row, since: datetime, actor_id: UUID | None) -> QuerySet[Any] | None:
    conditions: dict[str, Any] = {"pgh_label": "delete", "pgh_created_at__gte": since}
    if actor_id:
        conditions["actor_id"] = actor_id
    part, events = _part(model, conditions), event_model(model)
    if part is None or events is None:
        return None
    later = events._default_manager.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__gt=OuterRef("pgh_id"))
    return part.filter(~Exists(later))
