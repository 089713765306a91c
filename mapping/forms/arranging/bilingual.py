"""Texts that exist in several languages: one box per language, side by side."""

from typing import Any

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from ecosystem.content.text import is_filled

WRITTEN_IN = ("en", "es")


def text_boxes(
    form: forms.BaseForm, name: str, *, label: str, required: bool = True, hint: str = "", rows: int = 0, **options: Any
) -> Row:
    """Put one box per language into the form, the reader's own first; the row for its layout."""
    initial = form.initial.get(name) or {}
    boxes = [f"{name}_{code}" for code in _order()]
    for code, box in zip(_order(), boxes, strict=True):
        language = get_language_info(code)["name_local"].capitalize()
        widget = forms.Textarea(attrs={"lang": code, "rows": rows}) if rows else forms.TextInput(attrs={"lang": code})
        form.fields[box] = forms.CharField(
            label=_("%(label)s, %(language)s") % {"label": label, "language": language},
            help_text=hint if box == boxes[0] else "",
            initial=initial.get(code, ""),
            required=False,
            widget=widget,
            **options,
        )
    form.fields[boxes[0]].is_text_of_several = required  # type: ignore[attr-defined] # read by text_of below
    return Row(*boxes)


def _order() -> list[str]:
    mine = (get_language() or "en").split("-")[0]
    return sorted(WRITTEN_IN, key=lambda code: code != mine)


def text_of(form: forms.BaseForm, name: str) -> dict[str, str]:
    """What was written, by language. A required text needs one language; the other may follow."""
    text = {code: form.cleaned_data.pop(f"{name}_{code}", "").strip() for code in WRITTEN_IN}
    text = {code: words for code, words in text.items() if words}
    first = f"{name}_{_order()[0]}"
    if form.fields[first].is_text_of_several and not is_filled(text) and first not in form.errors:  # type: ignore[attr-defined] # set above
        form.add_error(first, _("Write it in one language at least. The other can follow."))
    return text
