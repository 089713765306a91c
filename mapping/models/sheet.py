"""A person's own ecosystem sheet, before it is merged into ours."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.area import Area


class Side(models.TextChoices):
    EXISTING = "existing", _("exists today")
    NEEDED = "needed", _("needed right now")


class OwnChipQuerySet(models.QuerySet["OwnChip"]):
    def of(self, membership: Membership) -> Self:
        """Nobody but the person: the only way to read chips."""
        return self.filter(membership=membership)


OwnChipManager = CoalitionManager.from_queryset(OwnChipQuerySet)


class OwnChip(CoalitionOwned):
    """One chip on a person's own sheet. The words are encrypted with the person's key; delete means gone."""

    personal_fields = ("private",)
    undo_window: ClassVar[timedelta | None] = None

    membership = CoalitionKey(Membership, models.CASCADE, related_name="own_chips")
    area = CoalitionKey(Area, models.PROTECT, related_name="own_chips")
    side = models.CharField(max_length=10, choices=Side)
    private = models.BinaryField(editable=False)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar = OwnChipManager()

    def __str__(self) -> str:
        return "private"


class SavedView(CoalitionOwned):
    """Filters that a person keeps for a list."""

    undo_window: ClassVar[timedelta | None] = None

    membership = CoalitionKey(Membership, models.CASCADE, related_name="saved_views")
    page = models.CharField(max_length=40)
    name = models.CharField(_("name of the view"), max_length=80)
    query = models.CharField(max_length=1000)
    is_shared = models.BooleanField(_("for everybody here"), default=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "membership", "page", "name"], name="view_name_once")
        ]

    def __str__(self) -> str:
        return self.name
