"""Ties between groups."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.organization import Organization


class RelationKind(models.TextChoices):
    WORKS_WITH = "works_with", _("works with")
    REFERS_TO = "refers_to", _("sends people to")
    FUNDS = "funds", _("funds")
    SHARES = "shares", _("shares space or people with")
    GREW_FROM = "grew_from", _("grew out of")
    AGREEMENT = "agreement", _("has an agreement with")
    TENSION = "tension", _("is in tension with")


DIRECTED = frozenset({RelationKind.REFERS_TO, RelationKind.FUNDS, RelationKind.GREW_FROM})


@tracked()
class Relation(CoalitionOwned):
    """One tie between two groups. The direction matters for kinds in DIRECTED."""

    is_tracked = True

    source = CoalitionKey(Organization, models.CASCADE, related_name="relations_out", verbose_name=_("from"))
    target = CoalitionKey(Organization, models.CASCADE, related_name="relations_in", verbose_name=_("to"))
    kind = models.CharField(_("tie"), max_length=20, choices=RelationKind)
    closeness = models.PositiveSmallIntegerField(_("closeness, 1 to 5"), null=True, blank=True)
    began_on = models.DateField(_("since"), null=True, blank=True)
    ended_on = models.DateField(_("until"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="tie_to_another", condition=~models.Q(source=models.F("target"))),
            models.CheckConstraint(
                name="closeness_of_five", condition=models.Q(closeness=None) | models.Q(closeness__range=(1, 5))
            ),
            models.UniqueConstraint(fields=["coalition", "source", "target", "kind"], name="tie_once"),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.get_kind_display()} {self.target}"
