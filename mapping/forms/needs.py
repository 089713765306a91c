"""Forms of a need, in short parts, and of what hangs on it."""

from decimal import Decimal
from typing import Any, ClassVar, Final

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import SegmentedSelect
from mapping.models import (
    Area,
    ClosedReason,
    Coverage,
    Evidence,
    EvidenceKind,
    Moment,
    Need,
    Neighborhood,
    Population,
    TakeKind,
    Urgency,
)
from mapping.words.languages import language_choices, language_name

# The parts: key, name, minutes, fields.
PARTS: Final[tuple[tuple[str, Words, int, tuple[str, ...]], ...]] = (
    ("what", _("What is needed"), 1, ("summary", "area", "detail", "language")),
    ("who", _("Where, for whom, when"), 1, ("neighborhood", "population", "moment", "for_language")),
    ("urgency", _("How urgent"), 1, ("urgency", "people_count", "review_on", "source")),
    ("own", _("What we ask besides"), 2, ()),
)
PART_FIELDS: Final = {key: fields for key, _label, _minutes, fields in PARTS}
WRITTEN_IN: Final = ("en", "es")


class NeedForm(HouseForm, forms.ModelForm):
    """One part of a need. `version` tells whether somebody else was faster."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Need
        fields = [name for _key, _label, _minutes, names in PARTS for name in names]
        widgets = {"moment": forms.RadioSelect, "urgency": SegmentedSelect}
        labels = {
            "summary": _("What do people here need?"),
            "area": _("Which area is it part of?"),
            "neighborhood": _("Where?"),
            "population": _("For whom above all?"),
            "moment": _("At which moment would it help?"),
            "for_language": _("Does it have to be in a certain language?"),
            "urgency": _("How soon?"),
            "people_count": _("About how many people?"),
            "review_on": _("When do we look at it again?"),
            "source": _("Where do we know it from?"),
        }
        help_texts = {
            "summary": _("In one line, as you would say it on the street."),
            "detail": _("What would be different if it was there. No names of people, please."),
            "people_count": _("A guess is fine. Leave it empty if nobody knows."),
            "source": _("A house meeting, a survey, what we see. Never who said it."),
        }

    def __init__(self, *args: Any, part: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - {*PART_FIELDS[part], "version"}:
            del self.fields[name]
        self.fields["version"].initial = None if self.instance._state.adding else self.instance.version
        getattr(self, f"_offer_{part}", lambda: None)()

    def meet(self, now: Any) -> list[tuple[Any, str]]:
        """Somebody else was faster: keep what was typed, and say what it is now. Saving again then counts."""
        again = QueryDict(mutable=True)
        again.update(self.data)
        again["version"] = str(now.version)
        self.data = again
        return [(self.fields[name].label, _said(now, name)) for name in self.changed_data if name != "version"]

    def _offer_what(self) -> None:
        self.offer("area", Area.objects.in_use())
        self.fields["summary"].widget.attrs["autofocus"] = True
        choices = [(code, language_name(code)) for code in WRITTEN_IN]
        mine = (get_language() or "en").split("-")[0]
        initial = mine if self.instance._state.adding else self.instance.language
        self.fields["language"] = forms.ChoiceField(
            label=_("Written in"), choices=choices, widget=SegmentedSelect, initial=initial
        )
        self.initial["language"] = initial

    def _offer_who(self) -> None:
        self.offer("neighborhood", Neighborhood.objects.order_by("name_key"))
        self.offer("population", Population.objects.order_by("name_key"))
        self.fields["neighborhood"].empty_label = _("Everywhere here")  # type: ignore[attr-defined] # a model choice
        self.fields["population"].empty_label = _("Everybody")  # type: ignore[attr-defined] # a model choice
        self.fields["moment"].choices = [("", _("any, or unknown")), *Moment.choices]  # type: ignore[attr-defined] # a choice
        choices = [("", _("Any language")), *language_choices(self.instance.for_language)]
        self.fields["for_language"] = forms.ChoiceField(
            label=self.fields["for_language"].label, choices=choices, required=False
        )

    def _offer_urgency(self) -> None:
        self.fields["urgency"].choices = sorted(Urgency.choices, reverse=True)  # type: ignore[attr-defined] # a choice


def _said(need: Need, name: str) -> str:
    display = getattr(need, f"get_{name}_display", None)
    return str(display() if display else getattr(need, name) or "–")


class NeedAddForm(NeedForm):
    """The first part, with the urgency: enough to put a need on the sheet."""

    submit_label = _("Put it on the sheet")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, part="what", **kwargs)
        self.fields["urgency"] = forms.TypedChoiceField(
            label=_("How soon?"),
            choices=sorted(Urgency.choices, reverse=True),
            coerce=int,
            initial=Urgency.SEASON,
            widget=SegmentedSelect,
        )
        self.order_fields(["summary", "area", "urgency", "detail", "language"])


class EvidenceForm(HouseForm, forms.ModelForm):
    """Why we think the need is real. There is no field for who said it."""

    submit_label = _("Add it")
    privacy_notes: ClassVar[dict[str, Words]] = {
        "text": _("Shows to everybody in the coalition. Leave out names and whatever would give somebody away.")
    }

    class Meta:
        model = Evidence
        fields = ["kind", "text", "count", "heard_on", "source", "language"]
        widgets = {"kind": SegmentedSelect}
        help_texts = {
            "count": _("For a count: how many people, answers or nights."),
            "source": _("Which meeting, survey or walk. Never a person."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = EvidenceKind.choices  # type: ignore[attr-defined] # a choice
        choices = [(code, language_name(code)) for code in WRITTEN_IN]
        self.fields["language"] = forms.ChoiceField(
            label=_("Said in"), choices=choices, widget=SegmentedSelect, initial=(get_language() or "en").split("-")[0]
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == EvidenceKind.COUNT and cleaned.get("count") is None:
            self.add_error("count", _("How many? A guess is fine; say in the words that it is one."))
        return cleaned


class TakeForm(HouseForm, forms.Form):
    """One thing that filling the need would take."""

    submit_label = _("Add it")
    kind = forms.ChoiceField(label=_("What kind of thing?"), choices=TakeKind.choices, widget=SegmentedSelect)
    text = forms.CharField(label=_("What it takes"), max_length=300)
    phase = forms.IntegerField(label=_("In which phase?"), min_value=1, max_value=9, initial=1)
    when = forms.CharField(
        label=_("Roughly when"), max_length=60, required=False, help_text=_("“This fall”, “after the van is there”.")
    )
    amount = forms.DecimalField(
        label=_("What it costs"), min_value=Decimal(0), max_digits=13, decimal_places=2, required=False
    )

    def values(self) -> dict[str, Any]:
        """What `add_take` takes: money in cents."""
        amount = self.cleaned_data["amount"]
        kept = {name: self.cleaned_data[name] for name in ("kind", "text", "phase", "when")}
        return {**kept, "amount_cents": None if amount is None else int(amount * 100)}


class LinkForm(HouseForm, forms.Form):
    """How far a resource answers the need."""

    coverage = forms.ChoiceField(choices=Coverage.choices, initial=Coverage.PARTLY)
    note = forms.CharField(max_length=300, required=False)


class CloseForm(HouseForm, forms.Form):
    """Why the need is closed."""

    submit_label = _("Close it")
    reason = forms.ChoiceField(label=_("Why?"), choices=ClosedReason.choices, widget=forms.RadioSelect)
