"""A form as a sheet of paper: boxes to tick and lines to write on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from ecosystem.ui.components.states import Words

MOST_CHOICES = 16
NOT_ON_PAPER = frozenset({"DELETE", "coordinates", "season_from", "season_until"})


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """One question: its choices, how many lines to write on, and small labelled lines below."""

    title: Words
    hint: Words = ""
    choices: list[str] = field(default_factory=list)
    lines: range = range(0)
    columns: Sequence[Words] = field(default_factory=list)
    times: range = range(1)  # how often the columns are printed


def on_paper(form: Iterable[BoundField]) -> Iterator[PaperQuestion]:
    """Questions in the form's order; what belongs to an answer becomes small lines below it."""
    shown = [one for one in form if not one.is_hidden]
    names = {one.name for one in shown}
    for one in shown:
        owner = one.name.rsplit("_", 2 if one.name.endswith(("known_from", "answered_on", "valid_until")) else 1)[0]
        if owner in names and owner != one.name:
            continue
        details = [
            detail.label for detail in shown if detail.name != one.name and detail.name.startswith(f"{one.name}_")
        ]
        yield PaperQuestion(one.label, one.help_text, _choices(one.field), range(_lines(one.field)), details)


def rows_on_paper(title: Words, hint: Words, row: Iterable[BoundField], times: int = 4) -> PaperQuestion:
    """A few rows to fill in by hand."""
    labels = [one.label for one in row if not one.is_hidden and one.name not in NOT_ON_PAPER]
    return PaperQuestion(title, hint, columns=labels, times=range(times))


def _choices(asked: forms.Field) -> list[str]:
    if isinstance(asked, forms.BooleanField):
        return [_("Yes"), _("No"), _("Unknown")]
    pairs: Any = getattr(asked, "choices", ())
    return [str(label) for value, label in pairs if str(value)][:MOST_CHOICES]


def _lines(asked: forms.Field) -> int:
    if isinstance(asked.widget, forms.Textarea):
        return 3
    return 0 if getattr(asked, "choices", None) or isinstance(asked, forms.BooleanField) else 1
