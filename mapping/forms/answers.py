"""Fields that ask yes / partly / no / unknown, or how likely, each with a note, a source and dates behind a fold."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.forms.boundfield import BoundField
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.ui.components.states import Words
from ecosystem.ui.widgets import DayInput, SegmentedSelect
from mapping.actions.answers import ResourceAnswer
from mapping.models import AccessPart, Answer, CarceralContact, Extent, KnownFrom, Likelihood, Standing

DETAILS: Final = ("note", "known_from", "source", "answered_on", "valid_until")
Key = tuple[str, str]

ACCESS_ASKED: Final[dict[str, tuple[Words, Words]]] = {
    AccessPart.LANGUAGES: (gettext_lazy("Languages"), gettext_lazy("Can people use it in the languages spoken here?")),
    AccessPart.UNDOCUMENTED: (
        gettext_lazy("Safety planning for undocumented people"),
        gettext_lazy("Nobody asks for papers, and somebody thought of what to do."),
    ),
    AccessPart.PHYSICAL: (
        gettext_lazy("Physical access"),
        gettext_lazy("Steps, ramps, a toilet, a chair; or by phone from home."),
    ),
    AccessPart.DRUGS: (gettext_lazy("People who use drugs"), gettext_lazy("Also while they are using.")),
    AccessPart.SEX_TRADES: (
        gettext_lazy("People in the sex trades"),
        gettext_lazy("Without questions about it, and without advice nobody asked for."),
    ),
    AccessPart.NEURODIVERGENT: (
        gettext_lazy("Neurodivergent people"),
        gettext_lazy("Another way than talking, a quiet place, time."),
    ),
    AccessPart.QUEER: (gettext_lazy("Queer people"), gettext_lazy("In who answers, not only in a poster on the door.")),
    AccessPart.TRANS: (
        gettext_lazy("Trans and nonbinary people"),
        gettext_lazy("Names and pronouns as given, also on paper."),
    ),
}
CONTACT_ASKED: Final[dict[str, tuple[Words, Words]]] = {
    CarceralContact.POLICE: (
        gettext_lazy("Police"),
        gettext_lazy("Called by them, let in by them, or working with them."),
    ),
    CarceralContact.IMMIGRATION: (
        gettext_lazy("Immigration enforcement"),
        gettext_lazy("Also by way of lists, of landlords, of police."),
    ),
    CarceralContact.FAMILY: (
        gettext_lazy("Family policing"),
        gettext_lazy("What is called child welfare. Some people there must report by law."),
    ),
    CarceralContact.MEDICAL: (
        gettext_lazy("Coerced medical care"),
        gettext_lazy("Holds, welfare checks, treatment that somebody did not want."),
    ),
}
STANDING_ASKED: Final = {
    Standing.STATED: gettext_lazy("What they say"),
    Standing.LIVED: gettext_lazy("What people lived"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a form, for its template."""

    title: Words
    hint: Words
    value: BoundField
    details: list[BoundField]
    is_open: bool
    summary: Words


def add_access(form: forms.BaseForm, answers: Mapping[Key, Answer]) -> None:
    """Ask for the eight parts of access."""
    for part, (title, _hint) in ACCESS_ASKED.items():
        _add(form, part, Standing.STATED, title, Extent.choices, answers, skip=("valid_until",))


def add_contacts(form: forms.BaseForm, answers: Mapping[Key, Answer]) -> None:
    """Ask for the four kinds of force, as stated and as lived."""
    for contact, (title, _hint) in CONTACT_ASKED.items():
        for standing, words in STANDING_ASKED.items():
            _add(form, contact, standing, f"{title}: {words}", Likelihood.choices, answers)


def _add(
    form: forms.BaseForm,
    question: str,
    standing: str,
    label: Any,
    choices: Any,
    answers: Mapping[Key, Answer],
    skip: tuple[str, ...] = (),
) -> None:
    name, answer = f"{question}_{standing}", answers.get((question, standing))
    capitals = [(value, str(words).capitalize()) for value, words in choices]
    form.fields[name] = forms.ChoiceField(label=label, choices=capitals, widget=SegmentedSelect, required=False)
    form.initial[name] = answer.value if answer else ""
    why = _("Note") if skip else _("Why, and how")
    fields = {
        "note": forms.CharField(label=why, required=False, widget=forms.Textarea(attrs={"rows": 2})),
        "known_from": forms.ChoiceField(label=_("How do you know?"), choices=_known_from(), required=False),
        "source": forms.CharField(label=_("Source, no names"), required=False, max_length=200),
        "answered_on": forms.DateField(label=_("When"), required=False, widget=DayInput),
        "valid_until": forms.DateField(label=_("Holds until"), required=False, widget=DayInput),
    }
    for detail, field in fields.items():
        if detail not in skip:
            field.widget.attrs.setdefault("autocomplete", "off")
            form.fields[f"{name}_{detail}"] = field
            form.initial[f"{name}_{detail}"] = getattr(answer, detail) if answer else ""


def _known_from() -> list[tuple[str, Any]]:
    known = [(value, str(label).capitalize()) for value, label in KnownFrom.choices if value]
    return [("", _("Choose one")), *known]


def asked(form: forms.BaseForm, question: str, standing: str = Standing.STATED) -> Asked:
    """The bound fields of one question."""
    name = f"{question}_{standing}"
    is_access = question in ACCESS_ASKED
    title, hint = ACCESS_ASKED[question] if is_access else (STANDING_ASKED[Standing(standing)], "")
    details = [form[f"{name}_{detail}"] for detail in DETAILS if f"{name}_{detail}" in form.fields]
    is_open = form.is_bound and any(field.errors for field in details)
    return Asked(title, hint, form[name], details, is_open, _summary(details, is_access))


def _summary(details: list[BoundField], is_access: bool) -> Words:
    """What the fold says: the note that is there, or what can be added."""
    note = str(details[0].value() or "")
    if note:
        return _("“%(note)s” – change the note or source") % {"note": Truncator(note).chars(90)}
    if any(field.value() for field in details):
        return _("Change the note or source")
    return _("Add a note or a source") if is_access else _("Add why, and how we know")


def given_answers(form: forms.BaseForm) -> list[ResourceAnswer]:
    """What the form says to each of its questions."""
    cleaned, found = form.cleaned_data, []
    for question in (*ACCESS_ASKED, *CONTACT_ASKED):
        for standing in Standing.values:
            name = f"{question}_{standing}"
            if name in form.fields:
                details = {
                    detail: cleaned.get(f"{name}_{detail}") or EMPTY[detail]
                    for detail in DETAILS
                    if f"{name}_{detail}" in form.fields
                }
                found.append(ResourceAnswer(question, cleaned.get(name) or "", standing, **details))
    return found


EMPTY: Final[dict[str, Any]] = {"note": "", "known_from": "", "source": "", "answered_on": None, "valid_until": None}
