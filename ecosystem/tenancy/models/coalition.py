"""A coalition: the unit that the walls keep apart."""

from typing import ClassVar
from uuid import uuid4

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Scale(models.TextChoices):
    CITY = "city", _("a city")
    COUNTY = "county", _("a county")
    NEIGHBORHOOD = "neighborhood", _("a neighborhood")
    BLOCKS = "blocks", _("a few blocks")


def starting_languages() -> list[str]:
    return ["en", "es"]


class Coalition(models.Model):
    """Neighborhood groups that work together and share one map.

    Row level security shows a coalition to its own scope, and all of them to hosts and operators only.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    slug = models.SlugField(_("address"), unique=True, max_length=60)
    name = models.CharField(_("name"), max_length=120)
    tagline = models.CharField(_("in a few words"), max_length=120, blank=True)
    scale = models.CharField(_("scale"), max_length=20, choices=Scale, default=Scale.NEIGHBORHOOD)
    time_zone = models.CharField(_("time zone"), max_length=60, default="America/New_York")
    currency = models.CharField(_("currency"), max_length=3, default="USD", validators=[RegexValidator("^[A-Z]{3}$")])
    phone_region = models.CharField(_("country of phone numbers"), max_length=2, default="US")
    languages = models.JSONField(_("languages"), default=starting_languages)
    opened_at = models.DateTimeField(_("opened"), db_default=Now(), editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)

    objects: ClassVar[models.Manager["Coalition"]] = models.Manager()

    def __str__(self) -> str:
        return self.name
