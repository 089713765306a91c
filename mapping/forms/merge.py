"""The form of merging one's own sheet: one decision for each chip."""

from typing import Any, Final
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.forms import HouseForm
from mapping.actions.own_sheet import Choice
from mapping.models import Need, Organization, Resource
from mapping.queries.sheets.own import Lined

KEEP, NEW = "keep", "new"
KINDS: Final[dict[str, Any]] = {"resource": Resource, "organization": Organization, "need": Need}


class MergeForm(HouseForm, forms.Form):
    """For each chip: the same as …, new, or it stays on mine."""

    submit_label = _("Merge into ours")

    def __init__(self, *args: Any, lines: list[Lined], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lines = lines
        for line in lines:
            same = [
                (
                    one.key,
                    _("The same as %(name)s") % {"name": f"{one.name} ({one.detail})" if one.detail else one.name},
                )
                for one in line.alike
            ]
            choices = [*same, (NEW, _("New: put it on our sheet")), (KEEP, _("Leave it on mine"))]
            self.fields[str(line.chip.id)] = forms.ChoiceField(
                label=line.chip.words, choices=choices, initial=line.first_guess, widget=forms.RadioSelect
            )

    @property
    def rows(self) -> list[tuple[Lined, Any]]:
        return [(line, self[str(line.chip.id)]) for line in self.lines]

    def choices(self) -> dict[UUID, Choice]:
        """What was decided, with the rows of ours that were named. What stays mine is left out."""
        decided = {key: value for key, value in self.cleaned_data.items() if value != KEEP}
        wanted: dict[str, list[str]] = {}
        for value in decided.values():
            kind, _colon, pk = value.partition(":")
            wanted.setdefault(kind, []).append(pk)
        found = {
            f"{kind}:{row.pk}": row
            for kind, model in KINDS.items()
            if kind in wanted
            for row in model.objects.filter(pk__in=wanted[kind])
        }
        return {UUID(key): Choice(found.get(value)) for key, value in decided.items()}
