"""Where: neighborhoods inside one another, and for whom: populations."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.content.text import shown
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned


@tracked()
class Neighborhood(CoalitionOwned):
    """A part of the place where the coalition works, by the name neighbors use. It may lie within another one.

    `latitude` and `longitude` are its fixed centroid: reduced locations show that point.
    """

    is_tracked = True

    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    parent = CoalitionKey("self", models.PROTECT, null=True, blank=True, related_name="parts", verbose_name=_("within"))
    zip_codes = models.JSONField(_("ZIP codes"), default=list, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "name_key"], name="neighborhood_name_once")]

    def __str__(self) -> str:
        return self.name


@tracked()
class Population(CoalitionOwned):
    """People for whom a need is stated or a resource is made, in the coalition's words."""

    is_tracked = True

    name = models.JSONField(_("name"), default=dict)
    name_key = models.CharField(max_length=120, editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "name_key"], name="population_name_once")]

    def __str__(self) -> str:
        return shown(self.name).words
