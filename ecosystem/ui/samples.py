"""Made-up things for the gallery: no real place, no real person."""

import datetime as dt
from typing import Any, Final

from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.states import MARKS, ROW_STATES, STATES
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.garden import Plot
from ecosystem.ui.hours import Slot
from ecosystem.ui.icons import LARGE, SMALL
from ecosystem.ui.widgets import SegmentedSelect, Ticks

ANSWERS: Final = [("yes", _("Yes")), ("partly", _("Partly")), ("no", _("No")), ("unknown", _("Unknown"))]
TONES: Final = ["plain", "green", "gold", "clay", "plum", "sky"]
PLOTS: Final = [
    Plot("Food", 6, 2, 1, 0, "#food"),
    Plot("Safer streets", 2, 2, 3, 1, "#streets"),
    Plot("Childcare", 2, 3, 1, 0, "#childcare"),
    Plot("Housing", 1, 2, 4, 2, "#housing"),
    Plot("Healing", 3, 1, 1, 0, "#healing"),
    Plot("Crisis response", 1, 1, 4, 2, "#crisis"),
    Plot("Conflict", 2, 1, 0, 0, "#conflict"),
    Plot("Youth", 3, 2, 2, 0, "#youth"),
    Plot("Elders", 2, 1, 1, 0, "#elders"),
    Plot("Language justice", 1, 2, 1, 0, "#language"),
    Plot("Transport", 0, 0, 0, 0, "#transport"),
    Plot("Legal help", 2, 2, 0, 0, "#legal"),
]
SLOTS: Final = [Slot(day, dt.time(18), dt.time(0 if day < 2 else 4)) for day in range(5)] + [
    Slot(5, dt.time(16), dt.time(6)),
    Slot(6, dt.time(9, 30), dt.time(12)),
]


class SampleForm(HouseForm, forms.Form):
    """A field of each kind."""

    name = forms.CharField(
        label=_("What people call it"), help_text=_("The name neighbors use. No legal name is needed.")
    )
    place = forms.CharField(label=_("Where it is"), required=False)
    area = forms.ChoiceField(
        label=_("Area"), choices=[("", "---------"), ("food", _("Food")), ("housing", _("Housing"))]
    )
    access = forms.ChoiceField(
        label=_("Can somebody with a wheelchair get in?"), choices=ANSWERS, widget=SegmentedSelect
    )
    moments = forms.MultipleChoiceField(
        label=_("When does it help?"),
        required=False,
        choices=[("basics", _("Meets basic needs")), ("prevents", _("Prevents")), ("crisis", _("Interrupts a crisis"))],
        widget=Ticks,
    )
    how = forms.ChoiceField(
        label=_("How do you know?"),
        choices=[("told", _("Somebody there told me")), ("was", _("I was there")), ("lived", _("A neighbor lived it"))],
        widget=forms.RadioSelect,
    )
    seen_on = forms.DateField(label=_("When"), required=False)
    opens_at = forms.TimeField(label=_("Opens at"))
    note = forms.CharField(
        label=_("Note"), widget=forms.Textarea, required=False, help_text=_("In a few words. No names, please.")
    )
    file = forms.FileField(label=_("A spreadsheet"), required=False)
    in_guide = forms.BooleanField(
        label=_("Show it in the public guide"), required=False, help_text=_("Only with their yes.")
    )

    privacy_notes = {
        "place": _("Shows to coordinators until 1 December. Everybody else sees “Tanner Flats”."),
        "note": _("Shows to coordinators only, as “one neighbor”."),
    }
    submit_label = _("Put it on the map")
    cancel_url = "#not-now"


def everything(request: HttpRequest) -> dict[str, Any]:
    """The gallery's context; `?wrong` shows the form with mistakes."""
    typed = {"name": "Fridge on Fifth", "opens_at": "", "access": "partly", "moments": ["basics"]}
    return {
        "answers": [value for value in STATES if value in dict(ANSWERS)],
        "need_states": ["answered", "partly-answered", "unanswered", "urgent"],
        "row_states": list(ROW_STATES),
        "marks": list(MARKS),
        "tones": TONES,
        "icons": [*SMALL, *LARGE],
        "plots": PLOTS,
        "slots": SLOTS,
        "today": dt.date(2026, 5, 14),
        "form": SampleForm(typed) if "wrong" in request.GET else SampleForm(initial={**typed, "opens_at": dt.time(18)}),
        "toasts": [
            Message(constants.SUCCESS, str(_("Night Gym is on the map.")), extra_tags="undo:/undo/"),
            Message(constants.ERROR, str(_("The sheet could not be read. Nothing has changed."))),
        ],
    }
