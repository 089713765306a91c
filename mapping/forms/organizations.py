"""Forms of a group: quickly with its first resource, and in full."""

from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import Ticks
from mapping.forms.arranging.questions import OwnQuestionsForm
from mapping.forms.resource_parts import written_in
from mapping.forms.rows import ContactRow, capitals, offer_choices
from mapping.forms.whole import WholeForm
from mapping.models import Area, ContactWay, Organization, OrganizationKind, Subject

NO_RESOURCES: Words = gettext_lazy(
    "A state body is drawn so that ties to it show. It never counts as care, so nothing can be offered there."
)


class OrganizationQuickForm(HouseForm, forms.Form):
    """A group and the first thing it offers, in a minute."""

    submit_label = gettext_lazy("Add to the map")

    name = forms.CharField(label=gettext_lazy("What do people call the group?"), max_length=200)
    is_another = forms.BooleanField(
        label=gettext_lazy("It is none of these: add it as another one"), required=False, widget=forms.CheckboxInput
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=OrganizationKind.choices, widget=forms.RadioSelect,
        initial=OrganizationKind.ORGANIZATION,
    )  # fmt: skip
    offering = forms.CharField(
        label=gettext_lazy("What does it offer, in a few words?"), max_length=200, required=False,
        help_text=gettext_lazy("One thing, as you would say it to a neighbor: “food on Saturdays”. More can follow."),
    )  # fmt: skip
    areas = forms.MultipleChoiceField(label=gettext_lazy("Which areas of care is that?"), widget=Ticks, required=False)
    way = forms.ChoiceField(label=gettext_lazy("How to reach it"), choices=ContactWay.choices, required=False)
    contact = forms.CharField(label=gettext_lazy("Number or address"), max_length=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "kind", capitals(OrganizationKind.choices))
        offer_choices(self, "way", capitals(ContactWay.choices))
        offer_choices(self, "areas", [(str(area.pk), str(area)) for area in Area.objects.in_use()])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("kind") == OrganizationKind.STATE_BODY and cleaned.get("offering"):
            self.add_error("offering", str(NO_RESOURCES))
        return cleaned

    def begun(self) -> dict[str, Any]:
        """What was typed, for begin_group."""
        cleaned = self.cleaned_data
        contact = {"way": cleaned["way"] or ContactWay.OTHER, "value": cleaned["contact"]}
        return {
            "name": cleaned["name"], "kind": cleaned["kind"], "offer": cleaned["offering"],
            "areas": [UUID(pk) for pk in cleaned["areas"]], "contacts": [contact] if cleaned["contact"] else [],
        }  # fmt: skip


class OrganizationForm(WholeForm):
    """All that is written about a group itself, with the ways to reach it."""

    row_kinds: ClassVar[Any] = {
        "contacts": (ContactRow, gettext_lazy("How to reach it"), gettext_lazy("Roles, no names."))
    }

    website = forms.URLField(label=gettext_lazy("Web site"), max_length=300, required=False, assume_scheme="https")

    class Meta:
        model = Organization
        fields = ["name", "kind", "description", "values", "website", "parent", "language", "source", "closed_on"]
        widgets = {"kind": forms.RadioSelect}
        labels = {
            "name": gettext_lazy("What do people call it?"), "description": gettext_lazy("What is it?"),
            "values": gettext_lazy("Which values guide it?"), "source": gettext_lazy("Where do we know it from?"),
            "closed_on": gettext_lazy("Did it close? When?"),
        }  # fmt: skip

    def ask_more(self) -> None:
        offer_choices(self, "kind", capitals(OrganizationKind.choices))
        self.fields["language"] = written_in(_("Written in"), self.instance.language)
        self.offer("parent", Organization.objects.exclude(pk=self.instance.pk).order_by("name_key"))
        self.own = OwnQuestionsForm(
            self.data if self.is_bound else None, subject=Subject.ORGANIZATION, record=self.instance
        )

    def clean_kind(self) -> str:
        kind: str = self.cleaned_data["kind"]
        if kind == OrganizationKind.STATE_BODY and self.instance.resources.exists():
            raise forms.ValidationError(
                _("It offers something here, so it cannot be a state body. Remove or move its resources first.")
            )
        return kind

    def clean_parent(self) -> Organization | None:
        parent: Organization | None = self.cleaned_data["parent"]
        seen, step = {self.instance.pk}, parent
        while step:
            if step.pk in seen:
                raise forms.ValidationError(_("These two would each be part of the other."))
            seen.add(step.pk)
            step = step.parent
        return parent

    def written(self) -> dict[str, Any]:
        """What was typed, for write_group."""
        values = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        return {"values": values, "contacts": self.row_sets["contacts"].wanted(), "own": self.own.given()}


class ResourceStartForm(HouseForm, forms.Form):
    """One more thing that a group offers: its name is enough to begin."""

    submit_label = gettext_lazy("Add, and go on")

    name = forms.CharField(
        label=gettext_lazy("What does it offer, in a few words?"), max_length=200,
        help_text=gettext_lazy("One thing, as you would say it to a neighbor. Six short parts follow; each can wait."),
    )  # fmt: skip
    areas = forms.MultipleChoiceField(label=gettext_lazy("Which areas of care is that?"), widget=Ticks, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "areas", [(str(area.pk), str(area)) for area in Area.objects.in_use()])
