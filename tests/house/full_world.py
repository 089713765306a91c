"""One row of every model of a coalition, marked with its slug: what must never show on the other side."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from ecosystem.privacy.vault import Owner, encrypt
from ecosystem.tenancy.models import CoalitionKey
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.own_sheet import bound_to

# What a generic row cannot guess.
FIXED: dict[str, dict[str, Any]] = {
    "mapping.Organization": {"kind": "organization"},
    "mapping.OpeningHours": {"weekday": 1},
    "mapping.SavedView": {"page": "resource"},
}
# Made by the fixtures, or by triggers.
SKIPPED = {"accounts.Membership", "accounts.DirectoryEntry", "threads.SearchDocument"}


class World:
    """The rows of one coalition, by model label. `marker` stands in every text."""

    def __init__(self, coalition: Any, membership: Any) -> None:
        self.coalition, self.marker = coalition, f"secret-of-{coalition.slug}"
        self.rows: dict[str, Any] = {"accounts.Membership": membership}

    def fill(self) -> "World":
        with coalition_scope(self.coalition.pk):
            for model in plain_models():
                self._row(model)
            self._seal()
        return self

    def _seal(self) -> None:
        """What only some may open is sealed for real: pages that show one's own must be able to open it."""
        chip, person = self.rows["mapping.OwnChip"], self.rows["mapping.PromisedPerson"]
        words = json.dumps({"words": self.marker})
        chip.private = encrypt(words, owner=Owner.member(chip.membership_id), bound_to=bound_to(chip.pk))
        person.sealed = encrypt(self.marker, owner=Owner.coalition(), bound_to=f"promised_person:{person.pk}")
        chip.save(update_fields=["private"])
        person.save(update_fields=["sealed"])

    def ids(self) -> dict[str, UUID]:
        return {label: row.pk for label, row in self.rows.items()}

    def _row(self, model: type[models.Model]) -> Any:
        label = model._meta.label
        if label not in self.rows:
            values = {
                field.name: self._value(field) for field in model._meta.local_concrete_fields if self._is_needed(field)
            }
            self.rows[label] = model._default_manager.create(**values | FIXED.get(label, {}) | self._subject(label))
        return self.rows[label]

    def _subject(self, label: str) -> dict[str, Any]:
        """What a constraint asks for beyond the columns: a subject, or a second group to be tied to."""
        if label == "mapping.Answer":
            return {"resource": self._row(apps.get_model("mapping.Resource"))}
        if label == "mapping.Relation":
            groups = apps.get_model("mapping.Organization")._default_manager
            return {"target": groups.create(name=self.marker, name_key=self.marker)}
        return {}

    @staticmethod
    def _is_needed(field: models.Field) -> bool:
        if field.primary_key or field.name in {"coalition", "version", "created_at", "updated_at"}:
            return False
        if isinstance(field, models.CharField | models.TextField):
            return not field.choices or not (field.has_default() or field.blank)
        return not field.null and not field.has_default() and field.db_default is models.NOT_PROVIDED

    def _value(self, field: models.Field) -> Any:
        if isinstance(field, CoalitionKey):
            return self._row(field.related_model)
        if isinstance(field, models.ForeignKey):
            return self.rows["accounts.Membership"].user
        if field.choices:
            return next(value for value, _ in field.flatchoices if value not in ("", None))
        for kind, make in self._makers().items():
            if isinstance(field, kind):
                return make(field)
        raise NotImplementedError(f"{field} needs an entry in FIXED")

    def _makers(self) -> dict[type, Any]:
        return {
            models.URLField: lambda field: f"https://{self.marker}.example",
            models.SlugField: lambda field: self.marker[: field.max_length],
            models.CharField: lambda field: self.marker[: field.max_length],
            models.TextField: lambda field: self.marker,
            models.JSONField: lambda field: {"en": self.marker},
            models.BinaryField: lambda field: self.marker.encode(),
            models.UUIDField: lambda field: uuid4(),
            models.BooleanField: lambda field: False,
            models.IntegerField: lambda field: 1,
            models.DateTimeField: lambda field: timezone.now(),
            models.DateField: lambda field: timezone.localdate(),
            models.TimeField: lambda field: timezone.now().time().replace(microsecond=0),
        }


def plain_models() -> Iterator[type[models.Model]]:
    for model in COALITION_TABLES.values():
        if not hasattr(model, "pgh_tracked_model") and model._meta.label not in SKIPPED:
            yield model


def fingerprint(coalition: Any) -> dict[str, str]:
    """What every table holds of this coalition, as a hash a table."""
    found = {}
    with coalition_scope(coalition.pk), connection.cursor() as cursor:
        for table in sorted(COALITION_TABLES):
            cursor.execute(
                f"SELECT md5(COALESCE(string_agg(t::text, chr(10) ORDER BY t::text), '')) FROM \"{table}\" t"
            )
            found[table] = cursor.fetchone()[0]
    return found
