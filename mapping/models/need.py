"""Needs: what people here lack. A need that nothing answers shows as a gap; gaps are computed, never stored."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.area import Area
from mapping.models.choices import LANGUAGE_LENGTH, Moment, Urgency
from mapping.models.neighborhood import Neighborhood, Population
from mapping.models.resource import Resource


class ClosedReason(models.TextChoices):
    MET = "met", _("it is met")
    MERGED = "merged", _("it went into another need")
    CHANGED = "changed", _("things changed")
    MISTAKE = "mistake", _("it was a mistake")


class NeedQuerySet(models.QuerySet["Need"]):
    def open(self) -> Self:
        return self.filter(closed_at=None)

    def worst_first(self) -> Self:
        return self.order_by("-urgency", "summary_key", "id")


NeedManager = CoalitionManager.from_queryset(NeedQuerySet)


@tracked()
class Need(CoalitionOwned):
    """Something that people here lack, stated for an area, and a place or population, and a moment."""

    is_tracked = True

    area = CoalitionKey(Area, models.PROTECT, related_name="needs", verbose_name=_("area"))
    summary = models.CharField(_("what is needed"), max_length=200)
    summary_key = models.CharField(max_length=200, editable=False)
    detail = models.TextField(_("in more words"), blank=True)
    language = models.CharField(_("written in"), max_length=LANGUAGE_LENGTH, default="en")
    neighborhood = CoalitionKey(
        Neighborhood, models.PROTECT, null=True, blank=True, related_name="needs", verbose_name=_("where")
    )
    population = CoalitionKey(
        Population, models.PROTECT, null=True, blank=True, related_name="needs", verbose_name=_("for whom")
    )
    for_language = models.CharField(_("in which language"), max_length=LANGUAGE_LENGTH, blank=True)
    moment = models.CharField(_("at which moment"), max_length=20, choices=Moment, blank=True)
    urgency = models.PositiveSmallIntegerField(_("how soon"), choices=Urgency, default=Urgency.SEASON)
    people_count = models.PositiveIntegerField(_("how many people"), null=True, blank=True)
    named_count = models.PositiveIntegerField(_("people who named it"), default=0, editable=False)
    review_on = models.DateField(_("look at it again by"), null=True, blank=True)
    closed_at = models.DateTimeField(_("closed on"), null=True, blank=True, editable=False)
    closed_reason = models.CharField(_("why it was closed"), max_length=10, choices=ClosedReason, blank=True)
    source = models.CharField(_("where we know it from"), max_length=200, blank=True)

    objects: ClassVar = NeedManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="closed_need_has_reason",
                condition=models.Q(closed_at=None, closed_reason="")
                | models.Q(closed_at__isnull=False) & ~models.Q(closed_reason=""),
            )
        ]
        indexes = [
            models.Index(fields=["coalition", "area", "closed_at"], name="need_by_area"),
            models.Index(fields=["coalition", "summary_key", "id"], name="need_by_summary"),
        ]

    def __str__(self) -> str:
        return self.summary


class EvidenceKind(models.TextChoices):
    QUOTE = "quote", _("what somebody said")
    COUNT = "count", _("a count")


@tracked()
class Evidence(CoalitionOwned):
    """Why we think that a need is real: a quote or a count. Never who said it."""

    is_tracked = True

    need = CoalitionKey(Need, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("kind"), max_length=10, choices=EvidenceKind, default=EvidenceKind.QUOTE)
    text = models.TextField(_("words, no names"))
    language = models.CharField(_("said in"), max_length=LANGUAGE_LENGTH, default="en")
    count = models.PositiveIntegerField(_("how many"), null=True, blank=True)
    heard_on = models.DateField(_("when"), null=True, blank=True)
    source = models.CharField(_("where from"), max_length=200, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    def __str__(self) -> str:
        return self.text


class TakeKind(models.TextChoices):
    SKILLS = "skills", _("skills")
    RELATIONSHIPS = "relationships", _("relationships")
    INFRASTRUCTURE = "infrastructure", _("places and things")
    PEOPLE = "people", _("people")
    MONEY = "money", _("money")


@tracked()
class Take(CoalitionOwned):
    """One thing that filling a need would take, in phases with rough dates. Money in cents of the coalition's currency."""

    is_tracked = True

    need = CoalitionKey(Need, models.CASCADE, related_name="takes")
    kind = models.CharField(_("kind"), max_length=20, choices=TakeKind)
    text = models.CharField(_("what it takes"), max_length=300)
    phase = models.PositiveSmallIntegerField(_("phase"), default=1)
    when = models.CharField(_("roughly when"), max_length=60, blank=True)
    amount_cents = models.BigIntegerField(_("amount"), null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="take_amount_not_negative", condition=models.Q(amount_cents=None) | models.Q(amount_cents__gte=0)
            )
        ]

    def __str__(self) -> str:
        return self.text


class Coverage(models.TextChoices):
    WHOLE = "whole", _("answers it as a whole")
    PARTLY = "partly", _("answers it partly")


class NeedMatchQuerySet(models.QuerySet["NeedMatch"]):
    def whole(self) -> Self:
        return self.filter(coverage=Coverage.WHOLE)


NeedMatchManager = CoalitionManager.from_queryset(NeedMatchQuerySet)


@tracked()
class NeedMatch(CoalitionOwned):
    """A resource that answers a need, as a whole or partly."""

    is_tracked = True

    need = CoalitionKey(Need, models.CASCADE, related_name="matches")
    resource = CoalitionKey(Resource, models.CASCADE, related_name="matches")
    coverage = models.CharField(_("how far"), max_length=10, choices=Coverage, default=Coverage.PARTLY)
    note = models.CharField(_("note"), max_length=300, blank=True)

    objects: ClassVar = NeedMatchManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "need", "resource"], name="match_once")]

    def __str__(self) -> str:
        return f"{self.resource} → {self.need}"
