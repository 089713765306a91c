"""A tie between two groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import SegmentedSelect
from mapping.forms.rows import capitals, offer_choices
from mapping.models import Organization, Relation, RelationKind

DIRECTIONS = [
    ("out", gettext_lazy("From this group to the other")),
    ("in", gettext_lazy("From the other to this group")),
]
CLOSENESS = [("", gettext_lazy("Unknown")), *((number, str(number)) for number in range(1, 6))]


class RelationForm(HouseForm, forms.Form):
    """Seen from one group: the other one, what ties them, and which way it goes."""

    other = forms.ModelChoiceField(label=gettext_lazy("The other group"), queryset=Organization.objects.none())
    kind = forms.ChoiceField(label=gettext_lazy("What ties them?"), widget=forms.RadioSelect)
    direction = forms.ChoiceField(
        label=gettext_lazy("Which way does it go?"), choices=DIRECTIONS, widget=forms.RadioSelect, initial="out",
        help_text=gettext_lazy("It matters for sending people, for money, and for what grew out of what."),
    )  # fmt: skip
    closeness = forms.TypedChoiceField(
        label=gettext_lazy("How close? 5 is closest"), choices=CLOSENESS, coerce=int, empty_value=None, required=False,
        widget=SegmentedSelect,
    )  # fmt: skip
    began_on = forms.DateField(label=gettext_lazy("Since"), required=False)
    ended_on = forms.DateField(label=gettext_lazy("Until"), required=False)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, organization: Organization, relation: Relation | None = None, **kwargs: Any) -> None:
        self.organization, self.relation = organization, relation
        if relation:
            kwargs["initial"] = relation_initial(relation, organization)
        super().__init__(*args, **kwargs)
        offer_choices(self, "kind", capitals(RelationKind.choices))
        self.offer("other", Organization.objects.exclude(pk=organization.pk).order_by("name_key"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("began_on") and cleaned.get("ended_on") and cleaned["ended_on"] < cleaned["began_on"]:
            self.add_error("ended_on", _("It ends before it begins."))
        if not self.errors and self._is_there():
            self.add_error(None, _("This tie is drawn already. Change that one instead."))
        return cleaned

    def _is_there(self) -> bool:
        source, target = self.ends()
        same = Relation.objects.filter(source=source, target=target, kind=self.cleaned_data["kind"])
        return same.exclude(pk=self.relation.pk if self.relation else None).exists()

    def ends(self) -> tuple[Organization, Organization]:
        """From which group to which."""
        other = self.cleaned_data["other"]
        return (other, self.organization) if self.cleaned_data["direction"] == "in" else (self.organization, other)

    def columns(self) -> dict[str, Any]:
        """Values for add_relation and edit_relation."""
        source, target = self.ends()
        names = ("kind", "closeness", "began_on", "ended_on", "note")
        return {"source": source, "target": target, **{name: self.cleaned_data[name] for name in names}}


def relation_initial(relation: Relation, organization: Organization) -> dict[str, Any]:
    is_out = relation.source_id == organization.pk
    names = ("kind", "closeness", "began_on", "ended_on", "note", "version")
    return {
        "other": relation.target_id if is_out else relation.source_id,
        "direction": "out" if is_out else "in",
        **{name: getattr(relation, name) for name in names},
    }
