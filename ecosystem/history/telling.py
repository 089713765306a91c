"""Events in words: who, what, from what to what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils import formats
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from ecosystem.content.text import shown
from ecosystem.history.queries import Event
from ecosystem.history.stories import Row, Words, story_of, told_fields

LONGEST = 160
Names = Mapping[tuple[str, Any], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One field's difference."""

    label: Words
    before: str
    after: str


@dataclass(slots=True)
class Happening:
    """What happened to one row: this record itself, or something that belongs to it."""

    model_label: str
    record_id: UUID
    event_id: int
    label: str  # insert, update, delete
    noun: Words
    title: str
    is_own: bool
    version: int
    changes: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Entry:
    """All that one person did at one moment."""

    at: datetime
    actor_id: UUID | None
    actor: str
    action: str
    happenings: list[Happening] = field(default_factory=list)


def entries(events: Iterable[Event], model: Row) -> list[Entry]:
    """Events grouped by moment and action, in words. One query for each model that keys point at."""
    rows = list(events)
    names = names_of_keys(rows)
    found: dict[tuple[Any, ...], Entry] = {}
    for event in rows:
        key = (event.at, event.actor_id, event.actor, event.action)
        entry = found.setdefault(key, Entry(*key))
        if (happening := told(event, names, is_own=event.model_label == model._meta.label)) is not None:
            entry.happenings.append(happening)
    for entry in found.values():
        entry.happenings.reverse()
        entry.happenings.sort(key=lambda happening: not happening.is_own)
    return [entry for entry in found.values() if entry.happenings]


def told(event: Event, names: Names, *, is_own: bool) -> Happening | None:
    """One event in words; nothing when only untold fields differ."""
    model = apps.get_model(event.model_label)
    story = story_of(model)
    changes = _changes(event, model, names) if event.label == "update" else []
    if event.label == "update" and not changes and is_own:
        return None
    title = title_of(model, event.now, names) if story.is_named and not is_own else ""
    version = event.now.get("version", 0)
    return Happening(
        event.model_label, event.record_id, event.id, event.label, story.noun, title, is_own, version, changes
    )


def _changes(event: Event, model: Row, names: Names) -> list[Change]:
    before, now = event.before or {}, event.now
    return [
        Change(
            field.verbose_name,
            in_words(field, before.get(field.attname), names),
            in_words(field, now.get(field.attname), names),
        )
        for field in told_fields(model)
        if field.attname in now and before.get(field.attname) != now.get(field.attname)
    ]


def in_words(field: "models.Field[Any, Any]", raw: Any, names: Names) -> str:
    """A value as people say it. Empty means nothing was there."""
    if raw is None or raw in ("", [], {}):
        return ""
    if isinstance(field, models.ForeignKey):
        return names.get((field.related_model._meta.label, str(raw)), _("something that is gone"))  # type: ignore[union-attr] # resolved
    if isinstance(field, models.BooleanField):
        return _("yes") if raw else _("no")
    if isinstance(field, models.JSONField):
        return _json_in_words(raw)
    value = field.to_python(raw)
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField | models.TimeField):
        return str(formats.localize(value))
    return Truncator(str(value)).chars(LONGEST)


def _json_in_words(raw: Any) -> str:
    if isinstance(raw, dict):
        return Truncator(shown(raw).words).chars(LONGEST)
    items = [shown(item).words if isinstance(item, dict) else str(item) for item in raw]
    return Truncator(", ".join(item for item in items if item)).chars(LONGEST)


def title_of(model: Row, values: Mapping[str, Any], names: Names) -> str:
    """What the record was called then. Never asks the database: titles stand in for what keys point at."""
    record = model()
    for each in model._meta.local_concrete_fields:
        if each.attname not in values or isinstance(each, models.BinaryField):
            continue
        if isinstance(each, models.ForeignKey):
            record._state.fields_cache[each.name] = (
                in_words(each, values[each.attname], names) or None
            )  # its title stands in
        else:
            setattr(record, each.attname, each.to_python(values[each.attname]))
    try:
        return Truncator(str(record)).chars(LONGEST)
    except (ObjectDoesNotExist, ValueError, TypeError, AttributeError):
        return ""


def names_of_keys(events: list[Event]) -> dict[tuple[str, Any], str]:
    """The titles of everything that keys in these events point at: one query for each model."""
    wanted: dict[Any, set[Any]] = {}
    for event in events:
        for each in told_fields(apps.get_model(event.model_label)):
            if isinstance(each, models.ForeignKey) and hasattr(each.related_model, "is_walled"):
                found = {(values or {}).get(each.attname) for values in (event.now, event.before)} - {None}
                wanted.setdefault(each.related_model, set()).update(found)
    return {
        (model._meta.label, str(row.pk)): str(row)
        for model, ids in wanted.items()
        if ids
        for row in model._default_manager.filter(pk__in=ids)
    }
