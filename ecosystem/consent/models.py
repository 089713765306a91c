"""Yes, by whom, to what, and taken back when."""

from typing import ClassVar, Self
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionManager, CoalitionOwned


class Purpose(models.TextChoices):
    GUIDE = "guide", _("may be in the public guide")
    PROMISE = "promise", _("their promise may be published")


class Way(models.TextChoices):
    IN_PERSON = "in_person", _("said so in person")
    PHONE = "phone", _("said so on the phone")
    WRITTEN = "written", _("wrote it")
    MEETING = "meeting", _("decided it in a meeting")


class ConsentQuerySet(models.QuerySet["Consent"]):
    def given(self) -> Self:
        return self.filter(withdrawn_on=None)

    def about(self, kind: str, ids: list[UUID]) -> Self:
        return self.filter(kind=kind, record_id__in=ids)


ConsentManager = CoalitionManager.from_queryset(ConsentQuerySet)


@tracked()
class Consent(CoalitionOwned):
    """A yes to one purpose for one record, by somebody with the right to say so: named by role, never by name."""

    is_tracked = True

    kind = models.CharField(max_length=40)
    record_id = models.UUIDField()
    purpose = models.CharField(_("to what"), max_length=20, choices=Purpose)
    given_by = models.CharField(_("who said yes (a role, no name)"), max_length=120)
    how = models.CharField(_("how"), max_length=20, choices=Way, default=Way.IN_PERSON)
    given_on = models.DateField(_("when"))
    withdrawn_on = models.DateField(_("taken back on"), null=True, blank=True)

    objects: ClassVar = ConsentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "kind", "record_id", "purpose"],
                condition=models.Q(withdrawn_on=None),
                name="one_yes_at_a_time",
            ),
            models.CheckConstraint(
                name="taken_back_after_given",
                condition=models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gte=models.F("given_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()
