"""Which records have a story: their nouns, what belongs to them, and what is never told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from django.apps import apps
from django.db import models
from django.urls import reverse
from django.utils.functional import Promise

Words: TypeAlias = str | Promise
Row: TypeAlias = type[models.Model]
NEVER_TOLD = frozenset({"id", "coalition", "version", "position", "named_count", "created_at", "updated_at"})


@dataclass(frozen=True, slots=True)
class Story:
    """How a model's changes are told.

    `hidden` fields are neither told nor brought back one by one (besides personal, sealed and folded ones, which never
    are). `is_named` is False where even the record's title would tell too much.
    """

    model: Row
    noun: Words
    children: tuple[Row, ...]
    hidden: frozenset[str] = frozenset()
    is_named: bool = True
    may_edit: Callable[[Any], bool] | None = None


STORIES: dict[str, Story] = {}
COMPANIONS: dict[str, tuple[str, ...]] = {}


def register_story(
    model: Row,
    *,
    noun: Words = "",
    children: list[Row] | None = None,
    hidden: tuple[str, ...] = (),
    is_named: bool = True,
    may_edit: Callable[[Any], bool] | None = None,
) -> None:
    """Say how a tracked model's story is told. Without `children`: all tracked models that go with it."""
    found = tuple(children) if children is not None else tuple(child for child, _ in owned_by(model))
    STORIES[model._meta.label] = Story(
        model, noun or model._meta.verbose_name or "", found, frozenset(hidden), is_named, may_edit
    )


def register_companion(model: Row, *id_fields: str) -> None:
    """Rows that name a record by (kind, id) and went with it: they come back with it too."""
    COMPANIONS[model._meta.label] = id_fields


def story_of(model: Row) -> Story:
    """The model's story; unregistered ones are told under Django's name for them."""
    if model._meta.label not in STORIES:
        register_story(model, is_named=not getattr(model, "personal_fields", ()))
    return STORIES[model._meta.label]


def event_model(model: Row) -> Row | None:
    """The history's model of this model, if it is tracked."""
    if not getattr(model, "is_tracked", False):
        return None
    return apps.get_model(model._meta.app_label, f"{model.__name__}Event")


def owned_by(model: Row) -> Iterator[tuple[Row, str]]:
    """Tracked models whose rows go when a row of this model goes, with the key that says so."""
    for child in apps.get_models():
        if not getattr(child, "is_tracked", False):
            continue
        for field in child._meta.local_concrete_fields:
            remote = field.remote_field
            if remote and remote.model is model and getattr(remote, "on_delete", None) is models.CASCADE:
                yield child, field.attname


def told_fields(model: Row) -> list["models.Field[Any, Any]"]:
    """The fields whose changes are told: nothing personal, sealed, folded or technical."""
    never = NEVER_TOLD | set(getattr(model, "personal_fields", ())) | story_of(model).hidden
    return [
        field
        for field in model._meta.local_concrete_fields
        if field.name not in never and not field.name.endswith("_key") and not isinstance(field, models.BinaryField)
    ]


def restore_url(record: models.Model, slug: str) -> str:
    """For the toast after a removal: the address that brings this record back."""
    return reverse("history:restore", args=[slug, record._meta.label_lower, record.pk])
