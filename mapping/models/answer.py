"""Answers about resources, groups and needs: access, who gets called, and what the coalition asks for itself."""

from typing import ClassVar, Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.content.text import shown
from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned
from mapping.models.choices import Extent, KnownFrom, Likelihood
from mapping.models.need import Need
from mapping.models.organization import Organization
from mapping.models.resource import Resource

QUESTION_LENGTH = 60


class AccessPart(models.TextChoices):
    """The eight parts of access. Each is answered yes / partly / no / unknown."""

    LANGUAGES = "access_languages", _("languages")
    UNDOCUMENTED = "access_undocumented", _("safety planning for undocumented people")
    PHYSICAL = "access_physical", _("physical access")
    DRUGS = "access_drugs", _("people who use drugs")
    SEX_TRADES = "access_sex_trades", _("people in the sex trades")
    NEURODIVERGENT = "access_neurodivergent", _("neurodivergent people")
    QUEER = "access_queer", _("queer people")
    TRANS = "access_trans", _("trans and nonbinary people")


class CarceralContact(models.TextChoices):
    """What a resource may bring in. Each is answered with a likelihood, stated and lived apart."""

    POLICE = "brings_police", _("police")
    IMMIGRATION = "brings_immigration", _("immigration enforcement")
    FAMILY = "brings_family_policing", _("family policing")
    MEDICAL = "brings_coerced_care", _("coerced medical care")


class QuestionKind(models.TextChoices):
    TEXT = "text", _("words")
    EXTENT = "extent", _("yes / partly / no / unknown")
    CHOICE = "choice", _("one of several")
    CHOICES = "choices", _("several of several")
    NUMBER = "number", _("a number")
    DATE = "date", _("a date")


class Subject(models.TextChoices):
    """What a question of the coalition's own is asked about."""

    ORGANIZATION = "organization", _("groups")
    RESOURCE = "resource", _("resources")
    NEED = "need", _("needs")


@tracked()
class Question(CoalitionOwned):
    """What this coalition wants to ask besides. `options` holds {"key", "en", "es"} for the kinds with choices."""

    is_tracked = True

    subject = models.CharField(_("asked about"), max_length=20, choices=Subject, default=Subject.RESOURCE)
    key = models.SlugField(max_length=QUESTION_LENGTH, editable=False)
    kind = models.CharField(_("answered with"), max_length=10, choices=QuestionKind, default=QuestionKind.EXTENT)
    text = models.JSONField(_("question"), default=dict)
    hint = models.JSONField(_("hint"), default=dict, blank=True)
    options = models.JSONField(_("choices"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "key"], name="question_key_once")]

    def __str__(self) -> str:
        return shown(self.text).words


class Standing(models.TextChoices):
    """What they say, apart from what people lived."""

    STATED = "stated", _("what they say")
    LIVED = "lived", _("what people lived")


QUESTION_WORDS: Final = {**dict(AccessPart.choices), **dict(CarceralContact.choices)}
ANSWER_WORDS: Final = {**dict(Extent.choices), **dict(Likelihood.choices)}


@tracked()
class Answer(CoalitionOwned):
    """One answer to one question about one resource, group or need.

    `question` is a value of AccessPart or CarceralContact, or the key of a Question. `value` is a value of Extent or
    Likelihood, an option's key (several with `|` between), a number or an ISO date; words go to `note`.
    """

    is_tracked = True

    resource = CoalitionKey(Resource, models.CASCADE, null=True, blank=True, related_name="answers")
    organization = CoalitionKey(Organization, models.CASCADE, null=True, blank=True, related_name="answers")
    need = CoalitionKey(Need, models.CASCADE, null=True, blank=True, related_name="answers")
    question = models.CharField(max_length=QUESTION_LENGTH)
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.STATED)
    value = models.CharField(_("answer"), max_length=300, blank=True)
    note = models.TextField(_("why, and how"), blank=True)
    known_from = models.CharField(_("how do you know?"), max_length=10, choices=KnownFrom, blank=True, default="")
    source = models.CharField(_("source"), max_length=200, blank=True)
    answered_on = models.DateField(_("checked on"), null=True, blank=True)
    valid_until = models.DateField(_("holds until"), null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="answer_is_about_one_thing",
                condition=models.Q(resource__isnull=False, organization=None, need=None)
                | models.Q(resource=None, organization__isnull=False, need=None)
                | models.Q(resource=None, organization=None, need__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["coalition", "resource", "organization", "need", "question", "standing"],
                name="answer_once",
                nulls_distinct=False,
            ),
        ]
        indexes = [models.Index(fields=["coalition", "question", "standing", "value"], name="answer_by_value")]

    def __str__(self) -> str:
        """In words where it is one of the fixed questions; those of the coalition's own keep their key."""
        asked, said = QUESTION_WORDS.get(self.question, self.question), ANSWER_WORDS.get(self.value, self.value)
        return f"{asked}: {said}"


class FeedbackKind(models.TextChoices):
    RELIED_ON = "relied_on", _("relied on it")
    COULD_NOT = "could_not", _("tried and could not use it")
    ABSENT = "absent", _("needs it, but it is not there")


@tracked()
class Feedback(CoalitionOwned):
    """What residents said of a resource. Never who said it."""

    is_tracked = True

    resource = CoalitionKey(Resource, models.CASCADE, related_name="feedback")
    kind = models.CharField(_("what happened"), max_length=20, choices=FeedbackKind)
    why = models.TextField(_("in a few words, no names"), blank=True)
    language = models.CharField(_("said in"), max_length=35, default="en")
    people_count = models.PositiveIntegerField(_("how many people"), default=1)
    heard_on = models.DateField(_("heard on"), null=True, blank=True)
    source = models.CharField(_("where we heard it"), max_length=200, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    def __str__(self) -> str:
        return self.get_kind_display()
