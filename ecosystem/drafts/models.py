"""What somebody typed and has not saved yet."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned

KEPT_FOR = timedelta(days=30)
KEY_LENGTH = 200


class DraftQuerySet(models.QuerySet["Draft"]):
    def of(self, membership: Membership) -> Self:
        """Nobody but the person who typed it: the only way to read drafts."""
        return self.filter(membership=membership, updated_at__gt=timezone.now() - KEPT_FOR)

    def expired(self) -> Self:
        return self.filter(updated_at__lte=timezone.now() - KEPT_FOR)


DraftManager = CoalitionManager.from_queryset(DraftQuerySet)


class Draft(CoalitionOwned):
    """One unfinished form of one person, encrypted with the person's key. Gone 30 days after the last change.

    `key` names the form's page: "mapping:resource_edit:<uuid>". `seen_version` is the version of the record that the
    person had before them.
    """

    personal_fields = ("sealed",)
    undo_window: ClassVar[timedelta | None] = None

    membership = CoalitionKey(Membership, models.CASCADE, related_name="drafts")
    key = models.CharField(max_length=KEY_LENGTH)
    seen_version = models.PositiveIntegerField(null=True, blank=True)
    sealed = models.BinaryField(editable=False)

    objects: ClassVar = DraftManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "membership", "key"], name="one_draft_a_form")]

    def __str__(self) -> str:
        return "private"
