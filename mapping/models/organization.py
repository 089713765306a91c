"""Groups: anything that people rely on. On screen an organization is called a group."""

from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership, SeatKind
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.choices import LANGUAGE_LENGTH


class OrganizationKind(models.TextChoices):
    ORGANIZATION = "organization", _("organization")
    INFORMAL = "informal", _("informal group")
    PROGRAM = "program", _("program")
    PLACE = "place", _("place")
    ROLE = "role", _("trusted role")
    ALLY = "ally", _("ally inside an institution")
    STATE_BODY = "state_body", _("state body")


class OrganizationQuerySet(models.QuerySet["Organization"]):
    def active(self) -> Self:
        return self.filter(closed_on=None)

    def relied_on(self) -> Self:
        """All but state bodies, which are drawn but never counted as care."""
        return self.exclude(kind=OrganizationKind.STATE_BODY)

    def spoken_for_by(self, membership: Membership) -> Self:
        seats = membership.seats.filter(kind=SeatKind.SPEAKS_FOR).values("target_id")
        return self.filter(pk__in=seats)


OrganizationManager = CoalitionManager.from_queryset(OrganizationQuerySet)


@tracked()
class Organization(CoalitionOwned):
    """A group: formal or not, a program, a place, a trusted role, an ally, or a state body to draw ties to."""

    is_tracked = True

    name = models.CharField(_("what people call it"), max_length=200)
    name_key = models.CharField(max_length=200, editable=False)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind, default=OrganizationKind.ORGANIZATION)
    description = models.TextField(_("what it is"), blank=True)
    language = models.CharField(_("written in"), max_length=LANGUAGE_LENGTH, default="en")
    values = models.TextField(_("values that guide it"), blank=True)
    website = models.URLField(_("web site"), max_length=300, blank=True)
    parent = CoalitionKey(
        "self", models.PROTECT, null=True, blank=True, related_name="programs", verbose_name=_("part of")
    )
    named_count = models.PositiveIntegerField(_("people who named it"), default=0, editable=False)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    source = models.CharField(_("where we know it from"), max_length=200, blank=True)

    objects: ClassVar = OrganizationManager()

    class Meta:
        indexes = [
            models.Index(fields=["coalition", "name_key", "id"], name="organization_by_name"),
            models.Index(fields=["coalition", "kind", "name_key"], name="organization_by_kind"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_state_body(self) -> bool:
        return self.kind == OrganizationKind.STATE_BODY


class ContactWay(models.TextChoices):
    PHONE = "phone", _("call")
    TEXT = "text", _("text message")
    EMAIL = "email", _("e-mail")
    WEB = "web", _("web")
    IN_PERSON = "in_person", _("in person")
    OTHER = "other", _("another way")


@tracked()
class Contact(CoalitionOwned):
    """How to reach a group, by role rather than by person. Shown in public only when `is_public`."""

    is_tracked = True
    personal_fields = ("role", "value", "note")

    organization = CoalitionKey(Organization, models.CASCADE, related_name="contacts")
    way = models.CharField(_("how"), max_length=20, choices=ContactWay, default=ContactWay.PHONE)
    value = models.CharField(_("number or address"), max_length=200)
    role = models.CharField(_("who answers (a role, no name)"), max_length=120, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)
    is_public = models.BooleanField(_("may be published"), default=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        indexes = [models.Index(fields=["coalition", "value"], name="contact_by_value")]

    def __str__(self) -> str:
        return self.value
