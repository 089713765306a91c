"""Files: bytes in a walled table, so that there is one wall, one backup and one deletion."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned

MOST_BYTES = 10 * 1024 * 1024


class FilePurpose(models.TextChoices):
    PICTURE = "picture", _("a picture")
    DOCUMENT = "document", _("a document")


class StoredFile(CoalitionOwned):
    """An upload that belongs to one record and is destroyed with it (`FollowedBy`). No history: gone means gone."""

    personal_fields = ("name", "content")
    undo_window: ClassVar[timedelta | None] = None

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    purpose = models.CharField(max_length=20, choices=FilePurpose)
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=60)
    content = models.BinaryField(editable=False)
    size = models.PositiveIntegerField()
    uploaded_by = CoalitionKey(Membership, models.SET_NULL, null=True, blank=True, related_name="+")

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.CheckConstraint(name="file_of_10_mb", condition=models.Q(size__lte=MOST_BYTES))]
        indexes = [models.Index(fields=["coalition", "kind", "record_id"], name="file_by_record")]

    def __str__(self) -> str:
        return self.name
