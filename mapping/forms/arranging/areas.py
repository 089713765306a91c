"""Forms of areas, neighborhoods and populations."""

import re
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.imports.folding import folded
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import SegmentedSelect, Ticks
from mapping.forms.arranging.bilingual import text_boxes, text_of
from mapping.models import Area, Neighborhood, Population, Tone
from mapping.words.names import KEY_LENGTH, text_key

ZIP = re.compile(r"\d{5}")
ONCE = gettext_lazy("There is one of this name already.")


class _NamedForm(HouseForm, forms.Form):
    """A name in several languages, of which there can be only one."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    model: Any

    def __init__(self, *args: Any, row: Any = None, **kwargs: Any) -> None:
        self.row = row
        if row:
            kwargs["initial"] = {"name": row.name, "tone": getattr(row, "tone", ""), "version": row.version}
        super().__init__(*args, **kwargs)
        names = text_boxes(self, "name", label=_("Name"), max_length=80)
        rest = [field for field in ("tone", "version") if field in self.fields]
        self.helper.layout = Layout(names, *rest)

    def clean(self) -> dict[str, Any]:
        super().clean()
        name = text_of(self, "name")
        same = self.model.objects.filter(name_key=text_key(name))
        if name and same.exclude(pk=self.row.pk if self.row else None).exists():
            self.add_error(None, ONCE)
        self.cleaned_data["name"] = name
        return self.cleaned_data


class AreaForm(_NamedForm):
    model = Area
    tone = forms.ChoiceField(
        label=gettext_lazy("Color on the map"), choices=Tone.choices, widget=SegmentedSelect, initial=Tone.ACCENT
    )


class PopulationForm(_NamedForm):
    model = Population


class StartersForm(HouseForm, forms.Form):
    """Some of the names to begin with."""

    keys = forms.MultipleChoiceField(label=gettext_lazy("Choose some"), widget=Ticks)

    def __init__(self, *args: Any, offered: list[tuple[Any, str]], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["keys"]
        field.choices = [(one.key, one.name.get(language, one.en)) for one, _says in offered]  # type: ignore[attr-defined] # a choice field


class NeighborhoodForm(HouseForm, forms.Form):
    """A part of the place, by the name neighbors use."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=120, help_text=gettext_lazy("As neighbors say it."))
    parent = forms.ModelChoiceField(
        label=gettext_lazy("Lies within"),
        queryset=Neighborhood.objects.none(),
        required=False,
        empty_label=gettext_lazy("Nothing larger"),
    )
    zip_codes = forms.CharField(
        label=gettext_lazy("ZIP codes"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("With commas between. They tell where its middle is, without asking another site."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, row: Neighborhood | None = None, **kwargs: Any) -> None:
        self.row = row
        if row:
            codes = ", ".join(row.zip_codes)
            kwargs["initial"] = {"name": row.name, "parent": row.parent_id, "zip_codes": codes, "version": row.version}
        super().__init__(*args, **kwargs)
        self.offer("parent", Neighborhood.objects.exclude(pk=row.pk if row else None).order_by("name_key"))

    def clean_name(self) -> str:
        """Two neighborhoods of one name could not be told apart."""
        name: str = self.cleaned_data["name"].strip()
        same = Neighborhood.objects.filter(name_key=folded(name)[:KEY_LENGTH]).exclude(
            pk=self.row.pk if self.row else None
        )
        if same.exists():
            raise forms.ValidationError(ONCE)
        return name

    def clean_zip_codes(self) -> list[str]:
        typed = [word for word in re.split(r"[\s,;]+", self.cleaned_data["zip_codes"]) if word]
        if wrong := [word for word in typed if not ZIP.fullmatch(word)]:
            raise forms.ValidationError(_("A ZIP code has five digits; “%(wrong)s” does not.") % {"wrong": wrong[0]})
        return list(dict.fromkeys(typed))

    def clean_parent(self) -> Neighborhood | None:
        """No neighborhood lies within itself, not even by a detour."""
        parent: Neighborhood | None = self.cleaned_data["parent"]
        parents = dict(Neighborhood.objects.values_list("pk", "parent_id")) if parent and self.row else {}
        step, seen = (parent.pk if parent else None), set()
        while step and step not in seen:
            if self.row and step == self.row.pk:
                raise forms.ValidationError(_("That one lies within this one."))
            seen.add(step)
            step = parents.get(step)
        return parent
