"""What a person is in a coalition."""

from datetime import timedelta
from typing import ClassVar, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionManager, CoalitionOwned


class Role(models.TextChoices):
    """Base roles. Rights come from the role plus seats."""

    ORGANIZER = "organizer", _("organizer")
    RESEARCHER = "researcher", _("researcher")
    COORDINATOR = "coordinator", _("coordinator")
    ADMIN = "admin", _("admin")


class MembershipQuerySet(models.QuerySet["Membership"]):
    def current(self) -> Self:
        return self.filter(ended_at=None)


MembershipManager = CoalitionManager.from_queryset(MembershipQuerySet)


@tracked(exclude=("called",))  # a name that somebody left behind must not live on in the history
class Membership(CoalitionOwned):
    """One person in one coalition. `called` is the only name that the coalition knows them by."""

    is_tracked = True
    personal_fields = ("called",)
    undo_window = None

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.ORGANIZER)
    called = models.CharField(_("what people call you here"), max_length=60)
    ended_at = models.DateTimeField(_("left on"), null=True, blank=True, editable=False)

    objects: ClassVar = MembershipManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "user"], condition=models.Q(ended_at=None), name="one_current_membership"
            )
        ]

    def __str__(self) -> str:
        return self.called

    @property
    def sees_everything(self) -> bool:
        """Everything in the coalition, except what is private to a person."""
        return self.role in {Role.COORDINATOR, Role.ADMIN}


class DirectoryEntry(CoalitionOwned):
    """Which coalitions a person is in: the only thing that can be read before a coalition's scope opens.

    Its policy shows people their own entries while no coalition is in scope. Kept in step by accounts' actions.
    """

    readable_by_user = True
    undo_window: ClassVar[timedelta | None] = None

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=20, choices=Role)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "user"], name="one_directory_entry")]
        indexes = [models.Index(fields=["user", "slug"], name="directory_by_user")]

    def __str__(self) -> str:
        return self.name
