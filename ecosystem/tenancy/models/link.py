"""Unguessable and published addresses: a global table that holds nothing but where they lead."""

from typing import ClassVar
from uuid import uuid4

from django.db import models
from django.db.models.functions import Now


class Link(models.Model):
    """An address that opens a narrow scope. Of a token only its SHA-256 is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    token_hash = models.BinaryField(unique=True, editable=False)
    kind = models.CharField(max_length=30)
    coalition = models.ForeignKey("tenancy.Coalition", models.CASCADE, related_name="+")
    target_id = models.UUIDField()
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(db_default=Now(), editable=False)

    objects: ClassVar[models.Manager["Link"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
