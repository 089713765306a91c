"""Rights for one certain thing: a group, a study, a circle, a process."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models.membership import Membership
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned


class SeatKind(models.TextChoices):
    SPEAKS_FOR = "speaks_for", _("speaks for a group")
    RESEARCHER = "researcher", _("researcher on a study")
    CODER = "coder", _("codes a study's answers")
    FACILITATOR = "facilitator", _("facilitates a circle")
    KEEPER = "keeper", _("keeps a circle")
    COMMITTEE = "committee", _("committee member of a process")
    COUNTER = "counter", _("counts at a convening")
    BOOKKEEPER = "bookkeeper", _("keeps the books")


@tracked()
class Seat(CoalitionOwned):
    """A membership's right in one thing. `target_id` is the thing's key; its kind follows from the seat's."""

    is_tracked = True
    undo_window: ClassVar[timedelta | None] = None

    membership = CoalitionKey(Membership, models.CASCADE, related_name="seats")
    kind = models.CharField(_("seat"), max_length=20, choices=SeatKind)
    target_id = models.UUIDField()

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "membership", "kind", "target_id"], name="one_seat_of_a_kind")
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
