"""A page of rows as a table one can write in. Each field carries what it said, so that only changes are saved."""

import datetime as dt
from typing import Any, ClassVar
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.ui.widgets import DayInput
from mapping.actions.lists.bulk import Edit
from mapping.models import Moment, OrganizationKind, ResourceStatus, Urgency
from mapping.queries.lists.resources import MOMENT_FIELDS
from mapping.queries.lists.sieve import options
from mapping.queries.lists.vocabulary import Vocabulary

Choices = list[tuple[str, Any]]


class RowForm(forms.Form):
    """One row. `name` is shown beside it, `conflict` when somebody else was faster."""

    id = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    conflict: ClassVar[bool] = False

    def __init__(self, *args: Any, known: Vocabulary, names: dict[UUID, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.known = known
        self.offer()
        row_id = self.initial.get("id") or self.data.get(self.add_prefix("id"))
        self.name = names.get(UUID(str(row_id)), "") if row_id else ""
        for name, field in self.fields.items():
            if name not in {"id", "version"}:
                field.show_hidden_initial = True
                field.widget.attrs["aria-label"] = f"{self.name}: {field.label}"

    def offer(self) -> None:
        """Fill in the choices that are the coalition's own words."""

    def cells(self) -> list[tuple[Any, str]]:
        """The fields of the row, those of several choices with what is chosen now in words."""
        return [(field, self._chosen(field)) for field in self if field.name not in {"id", "version"}]

    def _chosen(self, field: Any) -> str:
        if not field.field.widget.use_fieldset:
            return ""
        chosen = {str(value) for value in field.value() or []}
        names = [str(label) for value, label in field.field.choices if str(value) in chosen]
        return ", ".join(names) or _("none")

    def _choose(self, name: str, names: dict[UUID, str], empty: str = "") -> None:
        blank = [("", empty)] if empty else []
        self.fields[name].choices = [*blank, *options(names)]  # type: ignore[attr-defined] # a choice

    def edit(self) -> Edit | None:
        """What to save of this row, if anything was changed."""
        changed = [name for name in self.changed_data if name not in {"id", "version"}]
        if not changed:
            return None
        values = self.values({name: self.cleaned_data[name] for name in changed})
        return Edit(self.cleaned_data["id"], self.cleaned_data["version"], values)

    def values(self, changed: dict[str, Any]) -> dict[str, Any]:
        """Cleaned cells as the action takes them."""
        return changed


class ResourceRowForm(RowForm):
    status = forms.ChoiceField(label=gettext_lazy("running now"), choices=ResourceStatus.choices)
    areas = forms.MultipleChoiceField(label=gettext_lazy("areas"), required=False, widget=forms.CheckboxSelectMultiple)
    moments = forms.MultipleChoiceField(
        label=gettext_lazy("moments"), required=False, choices=Moment.choices, widget=forms.CheckboxSelectMultiple
    )
    verified_on = forms.DateField(label=gettext_lazy("last checked"), required=False, widget=DayInput)

    def offer(self) -> None:
        here = {str(key) for key in self.initial.get("areas", [])}
        areas = {
            key: name for key, name in self.known.areas.items() if key not in self.known.retired or str(key) in here
        }
        self._choose("areas", areas)

    @staticmethod
    def initial_of(row: Any) -> dict[str, Any]:
        moments = [moment.value for moment, name in MOMENT_FIELDS.items() if getattr(row, name)]
        areas = [str(key) for key in row.its_areas]
        return {"status": row.status, "areas": areas, "moments": moments, "verified_on": row.verified_on}

    def values(self, changed: dict[str, Any]) -> dict[str, Any]:
        moments = changed.pop("moments", None)
        if moments is not None:
            changed |= {name: moment.value in moments for moment, name in MOMENT_FIELDS.items()}
        if "areas" in changed:
            changed["areas"] = [UUID(key) for key in changed["areas"]]
        return changed

    def clean_verified_on(self) -> dt.date | None:
        day: dt.date | None = self.cleaned_data["verified_on"]
        if day and day > dt.date.today() + dt.timedelta(days=1):
            raise forms.ValidationError(_("This day has not come yet."))
        return day


class OrganizationRowForm(RowForm):
    kind = forms.ChoiceField(label=gettext_lazy("kind"), choices=OrganizationKind.choices)
    closed_on = forms.DateField(label=gettext_lazy("closed on"), required=False, widget=DayInput)
    source = forms.CharField(label=gettext_lazy("where we know it from"), required=False, max_length=200)

    @staticmethod
    def initial_of(row: Any) -> dict[str, Any]:
        return {"kind": row.kind, "closed_on": row.closed_on, "source": row.source}


class NeedRowForm(RowForm):
    area = forms.ChoiceField(label=gettext_lazy("area"))
    urgency = forms.TypedChoiceField(
        label=gettext_lazy("how soon"), choices=sorted(Urgency.choices, reverse=True), coerce=int
    )
    moment = forms.ChoiceField(
        label=gettext_lazy("moment"), required=False, choices=[("", gettext_lazy("any, or unknown")), *Moment.choices]
    )
    neighborhood = forms.ChoiceField(label=gettext_lazy("where"), required=False)
    population = forms.ChoiceField(label=gettext_lazy("for whom"), required=False)

    def offer(self) -> None:
        here = str(self.initial.get("area", ""))
        areas = {
            key: name for key, name in self.known.areas.items() if key not in self.known.retired or str(key) == here
        }
        self._choose("area", areas)
        self._choose("neighborhood", self.known.places, _("Everywhere here"))
        self._choose("population", self.known.people, _("Everybody"))

    @staticmethod
    def initial_of(row: Any) -> dict[str, Any]:
        keys = {name: str(getattr(row, f"{name}_id") or "") for name in ("area", "neighborhood", "population")}
        return {**keys, "urgency": row.urgency, "moment": row.moment}

    def values(self, changed: dict[str, Any]) -> dict[str, Any]:
        for name in ("area", "neighborhood", "population"):
            if name in changed:
                key = changed.pop(name)
                changed[f"{name}_id"] = UUID(key) if key else None
        return changed


ROW_FORMS: dict[str, type[RowForm]] = {
    "resource": ResourceRowForm,
    "organization": OrganizationRowForm,
    "need": NeedRowForm,
}


def row_formset(noun: str, rows: list[Any], known: Vocabulary, data: Any = None) -> Any:
    """The table of these rows."""
    form: Any = ROW_FORMS[noun]
    initial = [{"id": row.pk, "version": row.version, **form.initial_of(row)} for row in rows]
    names = {row.pk: str(row) for row in rows}
    formset = forms.formset_factory(form, extra=0, max_num=200, absolute_max=200)
    return formset(data, initial=initial, prefix="rows", form_kwargs={"known": known, "names": names})
