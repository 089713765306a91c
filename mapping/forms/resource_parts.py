"""What each part of the long form asks."""

from typing import Any, ClassVar, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.states import Words
from ecosystem.ui.widgets import SegmentedSelect, Ticks
from mapping.forms.answers import ACCESS_ASKED, CONTACT_ASKED, STANDING_ASKED, Asked, add_access, add_contacts, asked
from mapping.forms.arranging.questions import OwnQuestionsForm
from mapping.forms.parts import PartForm
from mapping.forms.places import PlaceForm
from mapping.forms.rows import FundingRow, HoursRow, PromiseRow, capitals, offer_choices
from mapping.models import Area, Moment, Neighborhood, Population, Resource, ResourceStatus, Subject
from mapping.queries.places import place_shown
from mapping.queries.resource_page import MOMENT_FIELDS
from mapping.words.languages import COMMON, language_choices, language_name

WRITTEN_IN: Final = ("en", "es")


def ticks(label: Any, choices: Any, hint: Any = "") -> forms.MultipleChoiceField:
    """Several of a few, as chips."""
    return forms.MultipleChoiceField(label=label, choices=choices, help_text=hint, widget=Ticks, required=False)


def written_in(label: Any, current: str = "en", hint: Any = "") -> forms.ChoiceField:
    """The language in which somebody writes: those of the screens, and the one that is there."""
    choices = [(code, language_name(code)) for code in dict.fromkeys((*WRITTEN_IN, current))]
    return forms.ChoiceField(
        label=label, choices=choices, help_text=hint, widget=SegmentedSelect, required=False, initial=current
    )


class OffersPart(PartForm):
    key = "offers"
    title = _("What it offers")
    lead = _("In the words of the people who run it, or in yours.")
    minutes = 3

    class Meta:
        model = Resource
        fields = ["name", "offers", "status", "language"]
        widgets = {"status": SegmentedSelect}
        labels = {
            "name": _("What do people call it?"),
            "offers": _("What does it offer?"),
            "status": _("Is it running now?"),
        }
        help_texts = {
            "offers": _("One or two sentences: what somebody gets there, and how."),
        }

    def ask_more(self) -> None:
        offer_choices(self, "status", capitals(ResourceStatus.choices))
        hint = _("It is shown as written, with the language named to those who read another.")
        self.fields["language"] = written_in(_("In which language is this written?"), self.resource.language, hint)
        areas = [(str(area.pk), str(area)) for area in Area.objects.in_use()]
        self.fields["areas"] = ticks(_("Which areas of care does it belong to?"), areas)
        self.initial["areas"] = sorted(str(pk) for pk in self.resource.areas.values_list("area_id", flat=True))
        moments = [(moment.value, str(moment.label).capitalize()) for moment in Moment]
        hint = _("Several may apply. A crisis answer often has nothing before it and nothing after it.")
        self.fields["moments"] = ticks(_("At which moment does it help?"), moments, hint)
        self.initial["moments"] = [
            moment.value for moment, (name, *_rest) in MOMENT_FIELDS.items() if getattr(self.resource, name)
        ]

    def more_values(self) -> dict[str, Any]:
        moments = self.cleaned_data["moments"]
        values: dict[str, Any] = {name: moment.value in moments for moment, (name, *_rest) in MOMENT_FIELDS.items()}
        return values | {"areas": _ids(Area, self.cleaned_data["areas"])}


class WhenPart(PartForm):
    key = "when"
    title = _("When and where")
    lead = _("What is true on most weeks. Rest weeks and seasons go into words.")
    minutes = 4
    row_kinds: ClassVar[Any] = {
        "hours": (HoursRow, _("Hours of the week"), _("One line for each stretch. Past midnight is fine."))
    }

    class Meta:
        model = Resource
        fields = [
            "is_always_open",
            "is_on_call",
            "is_mobile",
            "hours_note",
            "season_note",
            "place",
            "reaches_everywhere",
        ]
        labels = {
            "is_always_open": _("Open day and night"), "is_on_call": _("On call: somebody comes when asked"),
            "is_mobile": _("It comes to people"), "place": _("Where is it?"), "hours_note": _("Hours in words"),
            "season_note": _("Seasons, rest weeks"), "reaches_everywhere": _("It is for every neighborhood"),
        }  # fmt: skip

    def ask_more(self) -> None:
        places = self.resource.organization.places.select_related("neighborhood").order_by("created_at")
        self.offer("place", places)
        field: Any = self.fields["place"]
        field.label_from_instance = lambda place: place_shown(place).line
        field.empty_label = _("No certain place")
        hoods = [(str(hood.pk), hood.name) for hood in Neighborhood.objects.order_by("name_key")]
        self.fields["neighborhoods"] = ticks(
            _("Which neighborhoods does it reach?"), hoods, _("With all that lies within them.")
        )
        self.initial["neighborhoods"] = sorted(
            str(pk) for pk in self.resource.reach.values_list("neighborhood_id", flat=True)
        )
        self.new_place = PlaceForm(self.data if self.is_bound else None, prefix="new_place", is_optional=True)

    def more_values(self) -> dict[str, Any]:
        return {"neighborhoods": _ids(Neighborhood, self.cleaned_data["neighborhoods"])}

    def written_aside(self) -> dict[str, Any]:
        place = self.new_place
        return {} if place.is_nothing else {"new_place": (place.location(), place.cleaned_data["precision"])}


class WelcomePart(PartForm):
    key = "welcome"
    title = _("Who is welcome")
    lead = _("Answer for how it is, not how it should be. “Unknown” is a good answer: it tells us whom to ask.")
    minutes = 4

    class Meta:
        model = Resource
        fields = ["who_may_use", "serves_everyone"]
        labels = {"who_may_use": _("Who may use it?"), "serves_everyone": _("It is for everybody")}
        help_texts = {"who_may_use": _("Rules and papers, if there are any: age, address, membership.")}

    def ask_more(self) -> None:
        people = [(str(row.pk), str(row)) for row in Population.objects.order_by("name_key")]
        self.fields["populations"] = ticks(_("For whom is it made above all?"), people)
        self.initial["populations"] = sorted(
            str(pk) for pk in self.resource.populations.values_list("population_id", flat=True)
        )
        spoken = sorted(self.resource.languages.values_list("language", flat=True))
        offered = dict(language_choices(*spoken))
        near = [(code, offered[code]) for code in dict.fromkeys((*COMMON[:12], *spoken))]
        self.fields["languages"] = ticks(
            _("In which languages?"), near, _("Only those in which somebody really answers.")
        )
        self.initial["languages"] = spoken
        add_access(self, self.answers)
        hint = _("What happened, in a few words. No names, please.")
        box = forms.Textarea(attrs={"rows": 3})
        self.fields["turned_away"] = forms.CharField(
            label=_("Did somebody tell you that they were turned away?"), help_text=hint, widget=box, required=False
        )

    @property
    def questions(self) -> list[Asked]:
        return [asked(self, question) for question in ACCESS_ASKED]

    def more_values(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        return {"populations": _ids(Population, cleaned["populations"]), "languages": cleaned["languages"]}

    def written_aside(self) -> dict[str, Any]:
        return {"turned_away": self.cleaned_data["turned_away"]}


class BringsInPart(PartForm):
    key = "brings-in"
    title = _("What it brings in")
    lead = _(
        "Does it ever bring in somebody who can lock people up, take their children, or hold them? What they say, "
        "and what people lived."
    )
    minutes = 5
    row_kinds: ClassVar[Any] = {
        "promises": (
            PromiseRow,
            _("Who promised not to call police"),
            _("Parts or shifts, not people: the Tuesday walk, the front desk."),
        )
    }

    class Meta:
        model = Resource
        fields: ClassVar[list[str]] = []

    def ask_more(self) -> None:
        add_contacts(self, self.answers)

    @property
    def contacts(self) -> list[tuple[Words, Words, list[Asked]]]:
        """(who is brought in, hint, what they say and what people lived)."""
        return [
            (title, hint, [asked(self, contact, standing) for standing in STANDING_ASKED])
            for contact, (title, hint) in CONTACT_ASKED.items()
        ]


class RunPart(PartForm):
    key = "runs"
    title = _("Who runs it")
    lead = _("Roles and groups, not people's names. What you do not know can stay empty.")
    minutes = 3

    class Meta:
        model = Resource
        fields = ["run_by", "deciders", "values_practiced", "who_could_change", "how_to_change"]
        labels = {
            "run_by": _("Who runs it?"), "deciders": _("Who decides?"),
            "values_practiced": _("Which values guide it, and how does it practice them?"),
            "who_could_change": _("Who could change how it works, if things change?"),
            "how_to_change": _("By what means?"),
        }  # fmt: skip


class MoneyPart(PartForm):
    key = "money"
    title = _("Money and data")
    lead = _("Who pays, what they ask in return, and what is written down about the people who come.")
    minutes = 4
    row_kinds: ClassVar[Any] = {
        "funding": (FundingRow, _("How is it paid for?"), _("One line for each; strings are what a funder asks for."))
    }

    class Meta:
        model = Resource
        fields = [
            "data_collected",
            "data_shared_with",
            "data_kept_for",
            "source",
            "verified_on",
            "verified_how",
            "review_on",
        ]
        labels = {
            "data_collected": _("What does it write down about the people who use it?"),
            "data_shared_with": _("With whom does it share that?"), "data_kept_for": _("How long does it keep that?"),
            "source": _("Where do we know all this from?"), "verified_on": _("When did somebody check it?"),
            "verified_how": _("How?"), "review_on": _("Look at it again by"),
        }  # fmt: skip
        help_texts = {"verified_how": _("By phone, on a visit, in print.")}

    def ask_more(self) -> None:
        data = self.data if self.is_bound else None
        self.own = OwnQuestionsForm(data, subject=Subject.RESOURCE, record=self.resource)

    def written_aside(self) -> dict[str, Any]:
        return {"own": self.own.given()} if self.own.questions else {}


def _ids(model: Any, chosen: list[str]) -> list[Any]:
    """Ids of rows of this coalition; the choices came from there already."""
    return [model._meta.pk.to_python(pk) for pk in chosen]


PARTS: Final[tuple[type[PartForm], ...]] = (OffersPart, WhenPart, WelcomePart, BringsInPart, RunPart, MoneyPart)
BY_KEY: Final = {part.key: part for part in PARTS}
