"""Data keys: one for each coalition, person or record whose words are encrypted."""

from datetime import timedelta
from typing import ClassVar

from django.db import models

from ecosystem.tenancy.models import CoalitionManager, CoalitionOwned


class KeyOwner(models.TextChoices):
    """Whose words a key opens."""

    COALITION = "coalition", "coalition"
    MEMBER = "member", "member"
    RECORD = "record", "record"


class DataKey(CoalitionOwned):
    """An AES key, wrapped by a master key that is outside of the database. Deleting it makes its words unreadable."""

    undo_window: ClassVar[timedelta | None] = None

    owner_kind = models.CharField(max_length=10, choices=KeyOwner)
    owner_id = models.UUIDField()
    wrapped = models.BinaryField(editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "owner_kind", "owner_id"], name="one_key_each")]

    def __str__(self) -> str:
        return self.owner_kind
