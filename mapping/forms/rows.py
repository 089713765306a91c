"""Rows inside a form: hours, money, promises, ways to reach a group. They work without script: empty rows wait, and a
button asks for more."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import DayInput, TimeInput
from mapping.models import ContactWay, FundingKind

EMPTY_ROWS = 2
MOST_ROWS = 60


def offer_choices(form: forms.BaseForm, name: str, choices: Any) -> None:
    """Let one field choose among these."""
    field: Any = form.fields[name]
    field.choices = choices


def capitals(choices: Any) -> list[tuple[Any, str]]:
    """Choices as they begin a line."""
    return [(value, f"{str(label)[:1].upper()}{str(label)[1:]}") for value, label in choices]


class RowForm(HouseForm, forms.Form):
    """One row. An emptied row goes away."""

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    order: ClassVar[tuple[str, ...]] = ("created_at", "id")
    folded: ClassVar[frozenset[str]] = frozenset()  # fields behind a fold
    fold_label: ClassVar[Words] = ""

    @property
    def plain_fields(self) -> list[BoundField]:
        return [field for field in self if field.name != "DELETE" and field.name not in self.folded]

    @property
    def folded_fields(self) -> list[BoundField]:
        return [field for field in self if field.name in self.folded]

    @property
    def is_unfolded(self) -> bool:
        return any(field.value() or (self.is_bound and field.errors) for field in self.folded_fields)

    def columns(self) -> dict[str, Any]:
        """What the row says, for write_rows."""
        return {
            name: value for name, value in self.cleaned_data.items() if name != "DELETE" and (name != "id" or value)
        }

    @property
    def is_nothing(self) -> bool:
        cleaned = self.cleaned_data
        return bool(cleaned.get("DELETE")) or not any(
            value for name, value in cleaned.items() if name not in {"id", "DELETE"}
        )


class HoursRow(RowForm):
    """A stretch of one day, the same each week."""

    order = ("weekday", "opens_at")
    folded = frozenset({"season_from", "season_until"})
    fold_label = gettext_lazy("Only part of the year")

    weekday = forms.TypedChoiceField(
        label=gettext_lazy("Day"), choices=[("", gettext_lazy("Day")), *sorted(WEEKDAYS.items())], coerce=int,
        empty_value=None, required=False,
    )  # fmt: skip
    opens_at = forms.TimeField(label=gettext_lazy("From"), required=False, widget=TimeInput)
    closes_at = forms.TimeField(label=gettext_lazy("Until"), required=False, widget=TimeInput)
    season_from = forms.DateField(label=gettext_lazy("Season begins"), required=False, widget=DayInput)
    season_until = forms.DateField(label=gettext_lazy("Season ends"), required=False, widget=DayInput)

    @property
    def is_nothing(self) -> bool:
        cleaned = self.cleaned_data
        return bool(cleaned.get("DELETE")) or (cleaned.get("weekday") is None and not cleaned.get("opens_at"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        told = [cleaned.get(name) is not None for name in ("weekday", "opens_at", "closes_at")]
        if any(told) and not all(told) and not self.errors and not cleaned.get("DELETE"):
            raise forms.ValidationError(_("Say the day, from when and until when; or put it into words below."))
        begins, ends = cleaned.get("season_from"), cleaned.get("season_until")
        if isinstance(begins, dt.date) and isinstance(ends, dt.date) and ends < begins:
            self.add_error("season_until", _("The season ends before it begins."))
        return cleaned


class FundingRow(RowForm):
    """One way in which it is paid for."""

    kind = forms.ChoiceField(label=gettext_lazy("Paid by"), required=False)
    note = forms.CharField(label=gettext_lazy("Whom, until when"), required=False, max_length=300)
    strings = forms.CharField(
        label=gettext_lazy("Which strings come with it?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "kind", [("", _("Choose one")), *capitals(FundingKind.choices)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if (cleaned.get("note") or cleaned.get("strings")) and not cleaned.get("kind") and not cleaned.get("DELETE"):
            self.add_error("kind", _("Choose who pays; “other” is fine."))
        return cleaned


class PromiseRow(RowForm):
    """A part or shift that promised not to call police."""

    part = forms.CharField(label=gettext_lazy("Which part or shift"), required=False, max_length=200)
    runs = forms.CharField(label=gettext_lazy("Days and hours"), required=False, max_length=200)
    promised_on = forms.DateField(label=gettext_lazy("Promised on"), required=False, widget=DayInput)
    is_public = forms.BooleanField(label=gettext_lazy("They said yes to publishing this"), required=False)
    consent_on = forms.DateField(label=gettext_lazy("Their yes is from"), required=False, widget=DayInput)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("is_public") and not cleaned.get("consent_on") and not cleaned.get("DELETE"):
            self.add_error("consent_on", _("Say when they said yes. Without a yes it stays among us."))
        if (cleaned.get("runs") or cleaned.get("is_public")) and not cleaned.get("part") and not cleaned.get("DELETE"):
            self.add_error("part", _("Say which part or shift it is."))
        return cleaned


class ContactRow(RowForm):
    """A way to reach a group: a role, not a person."""

    order = ("position", "id")
    folded = frozenset({"note"})
    fold_label = gettext_lazy("Add a note")

    way = forms.ChoiceField(label=gettext_lazy("How"), required=False, initial=ContactWay.PHONE)
    value = forms.CharField(label=gettext_lazy("Number or address"), required=False, max_length=200)
    role = forms.CharField(label=gettext_lazy("Who answers (a role, no name)"), required=False, max_length=120)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=300)
    is_public = forms.BooleanField(label=gettext_lazy("May be published"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "way", capitals(ContactWay.choices))

    @property
    def is_nothing(self) -> bool:
        return bool(self.cleaned_data.get("DELETE")) or not self.cleaned_data.get("value")


class RowSet(forms.BaseFormSet):  # type: ignore[type-arg] # of RowForms
    """Rows with a few empty ones below."""

    def wanted(self) -> list[dict[str, Any]]:
        """The rows to keep, for write_rows."""
        return [
            form.columns()
            for form in self.forms
            if hasattr(form, "cleaned_data") and form.cleaned_data and not form.is_nothing
        ]

    def add_fields(self, form: forms.Form, index: int | None) -> None:
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take this row away")


def row_set(row: type[RowForm], prefix: str, rows: Iterable[Model], data: Mapping[str, Any] | None) -> RowSet:
    """A formset of these rows. `initial` is what the database says."""
    made: Any = forms.formset_factory(
        row, formset=RowSet, extra=EMPTY_ROWS, can_delete=True, max_num=MOST_ROWS, absolute_max=MOST_ROWS * 2
    )
    names = list(row.base_fields)
    initial = [{name: getattr(there, name) for name in names} for there in rows]
    if not initial and prefix == "contacts":
        made.extra = 1
    found: RowSet = made(data, prefix=prefix, initial=initial)
    return found


def with_more_rows(data: Any, prefix: str) -> Any:
    """What was typed, with room for two more rows."""
    typed = data.copy()
    total = f"{prefix}-TOTAL_FORMS"
    if (count := typed.get(total, "")).isdecimal() and len(count) < 5:
        typed[total] = str(min(int(count) + EMPTY_ROWS, MOST_ROWS))
    return typed
