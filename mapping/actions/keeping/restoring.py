"""Bring back what was removed, with all that went with it, as long as the model's undo window is open."""

from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Membership

# What can be brought back from here, and what went with it: (model, its key to the removed row).
WENT_WITH: dict[str, tuple[tuple[str, str], ...]] = {
    "need": (("evidence", "need"), ("take", "need"), ("needmatch", "need"), ("answer", "need")),
    "evidence": (),
    "take": (),
    "needmatch": (),
    "neighborhood": (),
    "population": (),
    "place": (),
    "resource": (
        ("resourcearea", "resource"), ("resourcereach", "resource"), ("resourcepopulation", "resource"),
        ("resourcelanguage", "resource"), ("openinghours", "resource"), ("funding", "resource"), ("promise", "resource"),
        ("answer", "resource"), ("feedback", "resource"), ("needmatch", "resource"),
    ),
    "organization": (
        ("contact", "organization"), ("place", "organization"), ("answer", "organization"), ("relation", "source"),
        ("relation", "target"), ("resource", "organization"),
    ),
}  # fmt: skip


class TooLateError(Exception):
    """The history of this removal is gone, or it never happened."""


@transaction.atomic
def restore_removed(kind: str, pk: UUID, *, by: Actor) -> models.Model:
    """The removed row as it was, with its id; once only.

    Raises:
        TooLateError: nothing of the kind was removed within the undo window.
        PermissionDenied: somebody else removed it, and `by` does not arrange the map.
    """
    model = apps.get_model("mapping", kind)
    past: Any = _events(kind).filter(pgh_obj_id=pk, pgh_label="delete").order_by("-pgh_id").first()
    since = timezone.now() - model.undo_window
    if kind not in WENT_WITH or past is None or past.pgh_created_at < since or model.objects.filter(pk=pk).exists():
        raise TooLateError
    if isinstance(by, Membership) and not by.sees_everything and past.actor_id != by.user_id:
        raise PermissionDenied
    row = revive(model, past)
    if row is None:
        raise TooLateError
    _revive_what_went_with(kind, pk, past)
    return row


def _revive_what_went_with(kind: str, pk: UUID, past: Any) -> None:
    for child, key in WENT_WITH.get(kind, ()):
        for event in _events(child).filter(**{f"{key}_id": pk}, pgh_label="delete", pgh_created_at=past.pgh_created_at):
            revive(apps.get_model("mapping", child), event)
            _revive_what_went_with(child, event.pgh_obj_id, past)


def _events(kind: str) -> "models.QuerySet[Any]":
    return apps.get_model("mapping", f"{kind}event").objects.all()


def revive(model: type[models.Model], event: Any) -> models.Model | None:
    """A row from its event. A key to what is gone by now becomes empty; where it may not, nothing is revived."""
    manager: Any = model._default_manager
    if manager.filter(pk=event.pgh_obj_id).exists():
        return None
    values = {field.attname: getattr(event, field.attname) for field in kept_fields(model)}
    for field in model._meta.concrete_fields:
        if isinstance(field, models.ForeignKey) and field.name != "coalition" and values.get(field.attname):
            if not field.related_model._default_manager.filter(pk=values[field.attname]).exists():
                if not field.null:
                    return None
                values[field.attname] = None
    row: models.Model = manager.create(pk=event.pgh_obj_id, **values)
    return row


def kept_fields(model: type[models.Model]) -> "list[models.Field[Any, Any]]":
    """The fields that an event knows and a row may be given back."""
    own = {"id", "version", "created_at", "updated_at", "coalition"}
    return [field for field in model._meta.concrete_fields if field.name not in own]
