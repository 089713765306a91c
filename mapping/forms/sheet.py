"""Forms of the sheet: a few words and an area."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.forms import HouseForm
from mapping.models import Area, Side


class ChipForm(HouseForm, forms.Form):
    """Something that exists or is needed, in a few words, in an area. On ours and on one's own sheet."""

    side = forms.ChoiceField(choices=Side, widget=forms.HiddenInput)
    words = forms.CharField(label=_("In a few words"), max_length=200)
    area = forms.ModelChoiceField(label=_("Area"), queryset=Area.objects.none(), empty_label=None)
    submit_label = _("Add")
    labels: ClassVar = {
        Side.EXISTING: _("What exists? A group, a place, a person’s role"),
        Side.NEEDED: _("What is needed?"),
    }

    def __init__(self, *args: Any, side: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("area", Area.objects.in_use())
        self.fields["words"].label = self.labels[Side(side)]

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())


class MoveForm(HouseForm, forms.Form):
    """Where a chip goes: `to` is the area."""

    to = forms.ModelChoiceField(label=_("Move to"), queryset=Area.objects.none(), empty_label=None)
    submit_label = _("Move it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("to", Area.objects.in_use())


class OwnMoveForm(HouseForm, forms.Form):
    """Where a chip of one's own sheet goes: `to` is "side:area", so that one drop says both."""

    to = forms.ChoiceField(label=_("Move to"))
    submit_label = _("Move it")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.areas = {str(area.pk): area for area in Area.objects.in_use()}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (side.label, [(f"{side}:{key}", f"{area} · {side.label}") for key, area in self.areas.items()])
            for side in Side
        ]

    def clean_to(self) -> tuple[str, Area]:
        side, key = self.cleaned_data["to"].split(":")
        return side, self.areas[key]
