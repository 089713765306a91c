"""Resources: one thing that a group offers."""

from datetime import timedelta
from typing import ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.area import Area
from mapping.models.choices import LANGUAGE_LENGTH
from mapping.models.neighborhood import Neighborhood, Population
from mapping.models.organization import Organization
from mapping.models.place import Place

FRESH_FOR = timedelta(days=365)


class ResourceStatus(models.TextChoices):
    OPEN = "open", _("open")
    PAUSED = "paused", _("paused")
    CLOSED = "closed", _("closed")
    UNKNOWN = "unknown", _("unknown")


class ResourceQuerySet(models.QuerySet["Resource"]):
    def open(self) -> Self:
        return self.filter(status=ResourceStatus.OPEN)

    def verified(self) -> Self:
        """Checked within the last year."""
        return self.filter(verified_on__gte=timezone.localdate() - FRESH_FOR)

    def in_area(self, area: Area) -> Self:
        return self.filter(areas__area=area)


ResourceManager = CoalitionManager.from_queryset(ResourceQuerySet)


@tracked()
class Resource(CoalitionOwned):
    """One thing that a group offers, with the thirteen questions that the map asks about it."""

    is_tracked = True

    organization = CoalitionKey(Organization, models.CASCADE, related_name="resources", verbose_name=_("group"))
    place = CoalitionKey(
        Place, models.SET_NULL, null=True, blank=True, related_name="resources", verbose_name=_("place")
    )
    name = models.CharField(_("what people call it"), max_length=200)
    name_key = models.CharField(max_length=200, editable=False)
    offers = models.TextField(_("what it offers"), blank=True)
    language = models.CharField(_("written in"), max_length=LANGUAGE_LENGTH, default="en")
    status = models.CharField(_("running now"), max_length=10, choices=ResourceStatus, default=ResourceStatus.OPEN)

    meets_basic_needs = models.BooleanField(_("meets basic needs"), default=False)
    prevents = models.BooleanField(_("prevents harm"), default=False)
    interrupts = models.BooleanField(_("interrupts a crisis"), default=False)
    heals = models.BooleanField(_("heals, aftercare"), default=False)
    changes_conditions = models.BooleanField(_("changes conditions"), default=False)

    is_on_call = models.BooleanField(_("on call"), default=False)
    is_mobile = models.BooleanField(_("comes to people"), default=False)
    is_always_open = models.BooleanField(_("day and night"), default=False)
    hours_note = models.CharField(_("hours in words"), max_length=500, blank=True)
    season_note = models.CharField(_("seasons, rest weeks"), max_length=300, blank=True)

    who_may_use = models.TextField(_("who may use it"), blank=True)
    reaches_everywhere = models.BooleanField(_("for every neighborhood"), default=False)
    serves_everyone = models.BooleanField(_("for everybody"), default=False)
    run_by = models.TextField(_("who runs it"), blank=True)
    values_practiced = models.TextField(_("values, and how it practices them"), blank=True)
    who_could_change = models.TextField(_("who could change how it works"), blank=True)
    how_to_change = models.TextField(_("by what means"), blank=True)
    data_collected = models.TextField(_("what it writes down about people"), blank=True)
    data_shared_with = models.TextField(_("with whom it shares that"), blank=True)
    data_kept_for = models.CharField(_("how long it keeps that"), max_length=200, blank=True)
    deciders = models.TextField(_("who decides"), blank=True)

    verified_on = models.DateField(_("last checked"), null=True, blank=True)
    verified_how = models.CharField(_("how we checked"), max_length=200, blank=True)
    review_on = models.DateField(_("check again by"), null=True, blank=True)
    source = models.CharField(_("where we know it from"), max_length=200, blank=True)

    objects: ClassVar = ResourceManager()

    class Meta:
        indexes = [
            models.Index(fields=["coalition", "name_key", "id"], name="resource_by_name"),
            models.Index(fields=["coalition", "verified_on"], name="resource_by_check"),
            models.Index(fields=["coalition", "status", "name_key"], name="resource_by_status"),
        ]

    def __str__(self) -> str:
        return self.name


class _ResourceLink(CoalitionOwned):
    """One of several things that a resource names."""

    is_tracked = True

    resource: ClassVar[CoalitionKey]
    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        abstract = True


@tracked()
class ResourceArea(_ResourceLink):
    """An area of care that a resource belongs to."""

    resource = CoalitionKey(Resource, models.CASCADE, related_name="areas")
    area = CoalitionKey(Area, models.PROTECT, related_name="resources")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "resource", "area"], name="resource_area_once")]

    def __str__(self) -> str:
        return str(self.area)


@tracked()
class ResourceReach(_ResourceLink):
    """A neighborhood that a resource reaches, with all that lies within it."""

    resource = CoalitionKey(Resource, models.CASCADE, related_name="reach")
    neighborhood = CoalitionKey(Neighborhood, models.PROTECT, related_name="reached_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "resource", "neighborhood"], name="resource_reach_once")
        ]

    def __str__(self) -> str:
        return str(self.neighborhood)


@tracked()
class ResourcePopulation(_ResourceLink):
    """People for whom a resource is made."""

    resource = CoalitionKey(Resource, models.CASCADE, related_name="populations")
    population = CoalitionKey(Population, models.PROTECT, related_name="served_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "resource", "population"], name="resource_people_once")
        ]

    def __str__(self) -> str:
        return str(self.population)


@tracked()
class ResourceLanguage(_ResourceLink):
    """A language in which a resource can be used, as a BCP 47 tag."""

    resource = CoalitionKey(Resource, models.CASCADE, related_name="languages")
    language = models.CharField(_("language"), max_length=LANGUAGE_LENGTH)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "resource", "language"], name="resource_language_once")
        ]

    def __str__(self) -> str:
        return self.language
