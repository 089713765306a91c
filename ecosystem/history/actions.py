"""Bringing back: one earlier version of a record, or a deleted record with all that went with it."""

from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone

from ecosystem.history.stories import COMPANIONS, Row, event_model, owned_by, told_fields

MOST_ROWS = 5000


class CannotBringBackError(Exception):
    """It is too late, it is there already, or something that it needs is gone."""


@transaction.atomic
def bring_back_version(record: models.Model, event_id: int, *, by: Any) -> None:
    """Give a record the words that it had after this event. Hidden and sealed fields stay as they are now.

    Raises:
        CannotBringBackError: no such event of this record, or what it pointed at is gone.
    """
    model = type(record)
    events = event_model(model)
    event = events._default_manager.filter(pgh_id=event_id, pgh_obj_id=record.pk).first() if events else None
    if event is None:
        raise CannotBringBackError
    names = [field.attname for field in told_fields(model)]
    names += [field.attname for field in model._meta.local_concrete_fields if field.name.endswith("_key")]
    for name in names:
        setattr(record, name, getattr(event, name))
    _or_refuse(lambda: record.save(update_fields=names))


@transaction.atomic
def restore(model: Row, record_id: UUID, *, by: Any) -> models.Model:
    """Put a deleted record back, with everything that was deleted with it. Its number of versions goes on.

    Raises:
        CannotBringBackError: its undo window is over, it is there, or something like it was added meanwhile.
    """
    event = last_removal(model, record_id)
    if event is None or model._default_manager.filter(pk=record_id).exists():
        raise CannotBringBackError
    _or_refuse(lambda: _insert_with_children(model, [event], event.pgh_created_at))
    return model._default_manager.get(pk=record_id)


def last_removal(model: Row, record_id: UUID) -> Any:
    """The event of a row's deletion, if it can still be undone."""
    events, window = event_model(model), getattr(model, "undo_window", None)
    if events is None or window is None:
        return None
    event: Any = events._default_manager.filter(pgh_obj_id=record_id).order_by("-pgh_id").first()
    is_in_time = event and event.pgh_label == "delete" and event.pgh_created_at > timezone.now() - window
    return event if is_in_time else None


def _insert_with_children(model: Row, removed: list[Any], at: Any) -> None:
    """Rows and, recursively, those that went in the same transaction because these went."""
    kept = _with_targets(model, removed)
    model._default_manager.bulk_create([_row(model, event) for event in kept])
    ids = [event.pgh_obj_id for event in kept]
    if not ids:
        return
    _insert_companions(ids, at)
    for child, key in owned_by(model):
        _insert_missing(child, Q(**{f"{key}__in": ids}), at)


def _insert_companions(ids: list[UUID], at: Any) -> None:
    for label, fields in COMPANIONS.items():
        condition = Q()
        for name in fields:
            condition |= Q(**{f"{name}__in": ids})
        _insert_missing(apps.get_model(label), condition, at)


def _insert_missing(model: Row, condition: Q, at: Any) -> None:
    events = event_model(model)
    if events is None or getattr(model, "undo_window", None) is None:
        return
    found: Any = events._default_manager.filter(condition, pgh_label="delete", pgh_created_at=at).order_by("pgh_id")
    latest = {event.pgh_obj_id: event for event in found[:MOST_ROWS]}
    there = set(model._default_manager.filter(pk__in=list(latest)).values_list("pk", flat=True))
    missing = [event for record_id, event in latest.items() if record_id not in there]
    if missing:
        _insert_with_children(model, missing, at)


def _with_targets(model: Row, removed: list[Any]) -> list[Any]:
    """Without the rows that point at something that is gone for another reason; the first row always stays."""
    kept = removed
    for field in model._meta.local_concrete_fields:
        if not isinstance(field, models.ForeignKey) or not hasattr(field.related_model, "is_walled"):
            continue
        wanted = {getattr(event, field.attname) for event in kept} - {None}
        own = {event.pgh_obj_id for event in kept}
        there = set(field.related_model._default_manager.filter(pk__in=wanted - own).values_list("pk", flat=True)) | own  # type: ignore[union-attr] # resolved
        kept = [event for event in kept if getattr(event, field.attname) in there | {None} or _empties(event, field)]
    return kept


def _empties(event: Any, field: "models.Field[Any, Any]") -> bool:
    """A key that may be empty is emptied rather than losing the row."""
    if field.null:
        setattr(event, field.attname, None)
    return field.null


def _row(model: Row, event: Any) -> models.Model:
    there = {field.attname for field in event._meta.local_concrete_fields}
    values = {
        field.attname: getattr(event, field.attname)
        for field in model._meta.local_concrete_fields
        if field.attname in there
    }
    return model(**values | {"id": event.pgh_obj_id, "version": event.version + 1})


def _or_refuse(work: Any) -> None:
    try:
        with transaction.atomic():
            work()
    except IntegrityError as error:
        raise CannotBringBackError from error
