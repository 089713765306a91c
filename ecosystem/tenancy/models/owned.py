"""What every row of a coalition has, and keys that cannot point into another coalition."""

import os
import time
from datetime import timedelta
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.db.models.functions import Now
from django.db.models.sql.where import WhereNode
from django.utils.translation import gettext_lazy as _

from ecosystem.tenancy import registry  # noqa: F401 # listens before the first model is prepared
from ecosystem.tenancy.scope import current

ONE_MONTH = timedelta(days=30)


def uuid7() -> UUID:
    """A key that sorts by time. Where time would give a person away, use uuid4 instead."""
    raw = bytearray((time.time_ns() // 1_000_000).to_bytes(6, "big") + os.urandom(10))
    raw[6] = (raw[6] & 0x0F) | 0x70
    raw[8] = (raw[8] & 0x3F) | 0x80
    return UUID(bytes=bytes(raw))


def scoped_coalition() -> UUID | None:
    """The default of every `coalition` field: the scope's coalition."""
    scope = current()
    return scope.coalition_id if scope else None


class CoalitionManager(models.Manager):  # type: ignore[type-arg] # generic in each subclass
    """The manager of coalition tables. Walls stand below it, so it adds nothing that could be forgotten."""


class CoalitionKey(models.ForeignKey):  # type: ignore[type-arg] # typed where it is used
    """A foreign key inside one coalition.

    Django sees a plain key. The database gets (coalition_id, x_id) → (coalition_id, id) from `Wall`, so that no row
    can point into another coalition; joins carry the coalition too.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        options |= {"db_constraint": False, "db_index": False}
        super().__init__(*args, **options)

    def deconstruct(self) -> Any:
        name, path, args, options = super().deconstruct()
        options.pop("db_constraint", None)
        options.pop("db_index", None)
        return name, path, args, options

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> WhereNode | None:
        if not (alias and related_alias) or not hasattr(self.model, "is_walled"):
            return None
        near: Any = self.model._meta.get_field("coalition")
        far: Any = self.related_model._meta.get_field("coalition")  # type: ignore[union-attr] # resolved by now
        where = WhereNode()
        where.add(near.get_lookup("exact")(near.get_col(related_alias), far.get_col(alias)), "AND")
        return where


class CoalitionOwned(models.Model):
    """A row that belongs to one coalition.

    Declares what the house must know of it: `is_tracked` (its history is kept), `personal_fields` (what is about people),
    `undo_window` (how long after deletion it can be brought back; None: never), `has_times` (False where times would
    give people away).
    """

    is_walled: ClassVar[bool] = True
    readable_by_user: ClassVar[bool] = False
    is_tracked: ClassVar[bool] = False
    personal_fields: ClassVar[tuple[str, ...]] = ()
    undo_window: ClassVar[timedelta | None] = ONE_MONTH
    has_times: ClassVar[bool] = True

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    coalition = models.ForeignKey(
        "tenancy.Coalition", models.CASCADE, related_name="+", editable=False, default=scoped_coalition, db_index=False
    )
    version = models.PositiveIntegerField(_("version"), default=1, db_default=1, editable=False)
    created_at = models.DateTimeField(_("added"), db_default=Now(), editable=False)
    updated_at = models.DateTimeField(_("last changed"), db_default=Now(), editable=False)

    class Meta:
        abstract = True
