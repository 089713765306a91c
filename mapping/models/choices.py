"""Words that several models of the map share."""

from django.db import models
from django.utils.translation import gettext_lazy as _

LANGUAGE_LENGTH = 35  # the longest tag of BCP 47 in use


class Moment(models.TextChoices):
    """When something helps, before, during and after harm."""

    BASIC_NEEDS = "basic_needs", _("meets basic needs")
    PREVENTS = "prevents", _("prevents harm")
    INTERRUPTS = "interrupts", _("interrupts a crisis")
    HEALS = "heals", _("heals, aftercare")
    CHANGES = "changes", _("changes conditions")


class Extent(models.TextChoices):
    """The answer to every question of access. Unknown is a good answer."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("partly")
    NO = "no", _("no")
    UNKNOWN = "unknown", _("unknown")


class Likelihood(models.TextChoices):
    """How likely something brings in police and the like."""

    NEVER = "never", _("never")
    IF_ASKED = "if_asked", _("only if the person asks")
    POLICY = "policy", _("when policy requires it")
    ROUTINE = "routine", _("routinely")
    UNKNOWN = "unknown", _("unknown")


class KnownFrom(models.TextChoices):
    """What an answer rests on."""

    POLICY = "policy", _("their written policy")
    STAFF = "staff", _("somebody there said so")
    LIVED = "lived", _("somebody lived it")
    SEEN = "seen", _("we saw it")
    SHEET = "sheet", _("a spreadsheet")
    OTHER = "other", _("something else")
    UNKNOWN = "", _("not noted")


class Urgency(models.IntegerChoices):
    YEAR = 1, _("within a year")
    SEASON = 2, _("this season")
    NOW = 3, _("now")
