"""Places, as exact as the group wants them shown."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.neighborhood import Neighborhood
from mapping.models.organization import Organization


class Precision(models.TextChoices):
    """How exactly a place is shown to everybody."""

    EXACT = "exact", _("the address")
    STREET = "street", _("the street, no number")
    ZIP = "zip", _("the ZIP code")
    NEIGHBORHOOD = "neighborhood", _("the neighborhood")
    HIDDEN = "hidden", _("not at all")


@tracked()
class Place(CoalitionOwned):
    """Where a group can be found.

    The open columns hold only what `precision` lets everybody see; the whole address of a reduced place is in `sealed`,
    encrypted with the coalition's key. So no list, export, search or dump can tell more than the serializer would.
    """

    is_tracked = True

    organization = CoalitionKey(Organization, models.CASCADE, related_name="places")
    label = models.CharField(_("what people call the place"), max_length=120, blank=True)
    precision = models.CharField(_("shown as"), max_length=20, choices=Precision, default=Precision.EXACT)
    street = models.CharField(_("street and number"), max_length=200, blank=True)
    city = models.CharField(_("city"), max_length=100, blank=True)
    state = models.CharField(_("state"), max_length=60, blank=True)
    zip_code = models.CharField(_("ZIP"), max_length=10, blank=True)
    neighborhood = CoalitionKey(
        Neighborhood, models.PROTECT, null=True, blank=True, related_name="places", verbose_name=_("neighborhood")
    )
    latitude = models.DecimalField(_("latitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=9, decimal_places=6, null=True, blank=True)
    note = models.CharField(_("how to find it"), max_length=300, blank=True)
    sealed = models.BinaryField(null=True, editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="place_is_somewhere",
                condition=models.Q(latitude=None, longitude=None)
                | models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180))
                & ~models.Q(latitude=0, longitude=0),
            ),
            models.CheckConstraint(
                name="reduced_place_tells_no_more",
                condition=models.Q(precision="exact")
                | models.Q(precision="street", label="", note="")
                | models.Q(precision="zip", label="", note="", street="", neighborhood=None)
                | models.Q(precision="neighborhood", label="", note="", street="", zip_code="")
                | models.Q(precision="hidden", label="", note="", state=""),
            ),
            models.CheckConstraint(
                name="hidden_place_is_empty",
                condition=~models.Q(precision="hidden")
                | models.Q(street="", city="", zip_code="", latitude=None, longitude=None, neighborhood=None),
            ),
        ]

    def __str__(self) -> str:
        return self.label or self.street or self.zip_code
