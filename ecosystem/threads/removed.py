"""What was removed and can still be brought back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils import timezone

from ecosystem.accounts.models import Membership
from ecosystem.history.actions import last_removal
from ecosystem.history.queries import Event, removed
from ecosystem.history.stories import Row, Words, event_model, story_of
from ecosystem.history.telling import Entry, names_of_keys, title_of
from ecosystem.threads.happened import names_of, who
from ecosystem.threads.kinds import KINDS


@dataclass(frozen=True, slots=True)
class Removed:
    """One record that waits to be brought back."""

    title: str
    noun: Words
    at: datetime
    until: datetime
    who: str
    restore_url: str


def recently_removed(membership: Membership) -> list[Removed]:
    """All for coordinators and admins, for others what they removed. What went with something bigger comes with it."""
    models_known = [kind.model for kind in KINDS.values() if event_model(kind.model) and _window(kind.model)]
    if not models_known:
        return []
    own = None if membership.sees_everything else membership.user_id
    longest = max(_window(model) for model in models_known)
    events = removed(models_known, since=timezone.now() - longest, actor_id=own)
    return _listed([event for event in events if not _went_along(event, events)], membership)


def may_restore(membership: Membership, model: Row, record_id: UUID) -> bool:
    """Coordinators and admins anything, others what they removed themselves and may still edit."""
    event = last_removal(model, record_id)
    if event is None or membership.sees_everything:
        return event is not None
    rule = story_of(model).may_edit
    return event.actor_id == membership.user_id and (rule(membership) if rule else False)


def _listed(events: list[Event], membership: Membership) -> list[Removed]:
    acts = [Entry(event.at, event.actor_id, event.actor, event.action) for event in events]
    people, names, slug = names_of(acts), names_of_keys(events), membership.coalition.slug
    found = []
    for event, act in zip(events, acts, strict=True):
        model = apps.get_model(event.model_label)
        until = event.at + _window(model)
        if until > timezone.now():
            title = title_of(model, event.now, names) if story_of(model).is_named else ""
            url = reverse("history:restore", args=[slug, model._meta.label_lower, event.record_id])
            found.append(Removed(title, story_of(model).noun, event.at, until, who(act, people), url))
    return found


def _went_along(event: Event, others: list[Event]) -> bool:
    """True when it was removed because something that it belongs to was."""
    model = apps.get_model(event.model_label)
    owners = {
        str(event.now.get(field.attname))
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE
    }
    return any(other.at == event.at and str(other.record_id) in owners for other in others if other is not event)


def _window(model: Row) -> Any:
    return getattr(model, "undo_window", None)
