"""Many rows changed at once, and the way back."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.contrib.postgres.functions import TransactionNow
from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Membership
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.scope import require_coalition
from mapping.actions.keeping.restoring import kept_fields, revive
from mapping.actions.keeping.versions import ChangedMeanwhileError, locked, overwrite
from mapping.actions.needs import edit_need
from mapping.actions.organizations import edit_organization
from mapping.actions.resources import edit_resource

EDITORS: Final[dict[str, Any]] = {"need": edit_need, "organization": edit_organization, "resource": edit_resource}
# The tables that a bulk edit of a noun writes to: the noun's own, and its links.
WRITES: Final = {"need": ("need",), "organization": ("organization",), "resource": ("resource", "resourcearea")}
UNDO_FOR: Final = dt.timedelta(days=30)


@dataclass(frozen=True)
class Edit:
    """What one row shall say, if it is still at this version."""

    id: UUID
    version: int
    values: dict[str, Any]


@dataclass
class Edited:
    """What came of it. `at` names the edit for its undo."""

    changed: list[UUID] = field(default_factory=list)
    conflicts: list[UUID] = field(default_factory=list)
    gone: list[UUID] = field(default_factory=list)
    at: dt.datetime | None = None


@transaction.atomic
def edit_many(noun: str, *, edits: Sequence[Edit], by: Actor) -> Edited:
    """Change these rows; those that somebody else changed meanwhile are left alone and named."""
    done = Edited()
    rows = apps.get_model("mapping", noun)._default_manager.in_bulk([edit.id for edit in edits])
    for edit in sorted(edits, key=lambda one: one.id):
        row = rows.get(edit.id)
        if row is None:
            done.gone.append(edit.id)
            continue
        try:
            EDITORS[noun](row, by=by, version=edit.version, **edit.values)
        except ChangedMeanwhileError:
            done.conflicts.append(edit.id)
        else:
            done.changed.append(edit.id)
    done.at = _transaction_time() if done.changed else None
    return done


def _transaction_time() -> dt.datetime:
    """When the history says that this transaction happened."""
    here = Coalition.objects.filter(pk=require_coalition())
    return here.annotate(at=TransactionNow()).values_list("at", flat=True).get()


@transaction.atomic
def undo_bulk_edit(noun: str, *, at: dt.datetime, by: Membership) -> Edited:
    """Put back what one's own bulk edit changed, but for rows that somebody has changed since."""
    done = Edited(at=at)
    if at < timezone.now() - UNDO_FOR:
        return done
    for kind in WRITES[noun]:
        events = _event_model(kind).objects.filter(
            pgh_created_at=at, actor_id=by.user_id, action=f"mapping:{noun}_bulk"
        )
        for event in events.order_by("-pgh_id"):
            _take_back(kind, event, done)
    done.changed = list(dict.fromkeys(pk for pk in done.changed if pk not in done.conflicts))
    return done


def _event_model(kind: str) -> Any:
    return apps.get_model("mapping", f"{kind}event")


def _take_back(kind: str, event: Any, done: Edited) -> None:
    """One event undone: what was made goes, what went comes back, what changed says again what it said."""
    model: Any = apps.get_model("mapping", kind)
    owner = event.pgh_obj_id if event.pgh_label == "update" else event.resource_id
    if owner in done.conflicts or _was_touched_since(kind, event, owner):
        done.conflicts.append(owner)
        return
    if event.pgh_label == "insert":
        model.objects.filter(pk=event.pgh_obj_id).delete()
    elif event.pgh_label == "delete":
        revive(model, event)
    else:
        _overwrite_with_past(kind, model, event)
    done.changed.append(owner)


def _was_touched_since(kind: str, event: Any, owner: UUID) -> bool:
    if event.pgh_label == "update":
        row = apps.get_model("mapping", kind)._default_manager.filter(pk=owner).first()
        return row is None or row.version != event.version  # type: ignore[attr-defined] # every row of a coalition has it
    return bool(_event_model(kind).objects.filter(resource_id=owner, pgh_created_at__gt=event.pgh_created_at).exists())


def _overwrite_with_past(kind: str, model: Any, event: Any) -> None:
    rows = _event_model(kind).objects.filter(pgh_obj_id=event.pgh_obj_id, pgh_id__lt=event.pgh_id)
    past = rows.order_by("-pgh_id").first()
    if past is None:
        return
    names = [column.attname for column in kept_fields(model)]
    before = {name: getattr(past, name) for name in names if getattr(past, name) != getattr(event, name)}
    overwrite(locked(model.objects.get(pk=event.pgh_obj_id)), before)
