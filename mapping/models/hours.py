"""When a resource runs, who pays for it, and which shifts promise not to call police."""

from typing import ClassVar, Self

from django.db import models
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership, SeatKind
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.resource import Resource


@tracked()
class OpeningHours(CoalitionOwned):
    """One stretch of a week. `weekday` 0 is Monday; a stretch that ends before it begins runs past midnight."""

    is_tracked = True

    resource = CoalitionKey(Resource, models.CASCADE, related_name="hours")
    weekday = models.PositiveSmallIntegerField(_("day"), choices=sorted(WEEKDAYS.items()))
    opens_at = models.TimeField(_("from"))
    closes_at = models.TimeField(_("until"))
    season_from = models.DateField(_("season begins"), null=True, blank=True)
    season_until = models.DateField(_("season ends"), null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="weekday_is_a_day", condition=models.Q(weekday__range=(0, 6))),
            models.UniqueConstraint(
                fields=["coalition", "resource", "weekday", "opens_at", "season_from"],
                name="hours_once",
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens_at:%H:%M}–{self.closes_at:%H:%M}"


class FundingKind(models.TextChoices):
    GOVERNMENT = "government", _("government")
    FOUNDATION = "foundation", _("foundation")
    MUTUAL_AID = "mutual_aid", _("mutual aid")
    MEMBERSHIP = "membership", _("members' dues")
    EARNED = "earned", _("earned")
    OTHER = "other", _("other")


@tracked()
class Funding(CoalitionOwned):
    """One way in which a resource is paid for, and the strings that come with it."""

    is_tracked = True

    resource = CoalitionKey(Resource, models.CASCADE, related_name="funding")
    kind = models.CharField(_("paid by"), max_length=20, choices=FundingKind)
    note = models.CharField(_("whom, until when"), max_length=300, blank=True)
    strings = models.TextField(_("what strings come with it"), blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "resource", "kind"], name="funding_kind_once")]

    def __str__(self) -> str:
        return self.get_kind_display()


@tracked()
class Promise(CoalitionOwned):
    """A part or shift of a resource that promised not to call police. Published only with their yes."""

    is_tracked = True

    resource = CoalitionKey(Resource, models.CASCADE, related_name="promises")
    part = models.CharField(_("which part or shift"), max_length=200)
    runs = models.CharField(_("days and hours"), max_length=200, blank=True)
    promised_on = models.DateField(_("promised on"), null=True, blank=True)
    is_public = models.BooleanField(_("may be published"), default=False)
    consent_on = models.DateField(_("their yes is from"), null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="published_promise_has_consent",
                condition=models.Q(is_public=False) | models.Q(consent_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.part


class PromisedPersonQuerySet(models.QuerySet["PromisedPerson"]):
    def sealed_visible_to(self, membership: Membership) -> Self:
        """Coordinators, admins, and those who speak for that group."""
        if membership.sees_everything:
            return self
        seats = membership.seats.filter(kind=SeatKind.SPEAKS_FOR).values("target_id")
        return self.filter(resource__organization__in=seats)


PromisedPersonManager = CoalitionManager.from_queryset(PromisedPersonQuerySet)


class PromisedPerson(CoalitionOwned):
    """Who in a resource promised not to call police. Sealed: never in exports, search, history or prints."""

    personal_fields = ("sealed",)
    undo_window = None

    resource = CoalitionKey(Resource, models.CASCADE, related_name="promised_people")
    sealed = models.BinaryField(editable=False)

    objects: ClassVar = PromisedPersonManager()

    def __str__(self) -> str:
        return "sealed"
