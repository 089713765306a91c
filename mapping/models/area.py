"""Areas of care, in the coalition's own words."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.content.text import shown
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionManager, CoalitionOwned


class Tone(models.TextChoices):
    """Which of the map's colors an area wears."""

    ACCENT = "accent", _("green")
    CLAY = "clay", _("clay")
    SKY = "sky", _("blue")
    PLUM = "plum", _("plum")


class AreaQuerySet(models.QuerySet["Area"]):
    def in_use(self) -> Self:
        return self.filter(retired_at=None).order_by("position", "name_key")


AreaManager = CoalitionManager.from_queryset(AreaQuerySet)


@tracked()
class Area(CoalitionOwned):
    """A named part of the sheet: food, housing, crisis response … `name` is a text in several languages."""

    is_tracked = True

    name = models.JSONField(_("name"), default=dict)
    name_key = models.CharField(max_length=120, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    tone = models.CharField(_("color"), max_length=10, choices=Tone, default=Tone.ACCENT)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar = AreaManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "name_key"], name="area_name_once")]

    def __str__(self) -> str:
        return shown(self.name).words
