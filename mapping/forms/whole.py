"""A form about one record with the rows that hang on it, which tells when somebody else wrote meanwhile."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _

from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from mapping.forms.paper import PaperQuestion, on_paper, rows_on_paper
from mapping.forms.rows import RowForm, RowSet, row_set
from mapping.forms.seen import Difference, differences, digest, rows_in_words


class WholeForm(HouseForm, forms.ModelForm):
    """Columns, rows and whatever `ask_more` adds. `seen` is a digest of what the form was opened with."""

    form_tag: ClassVar[bool] = False
    own: Any = None  # the coalition's own questions, if they stand inside
    new_place: Any = None  # another place, if it can be added inside
    row_kinds: ClassVar[dict[str, tuple[type[RowForm], Words, Words]]] = {}  # related name: (row, heading, hint)

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.row_sets: dict[str, RowSet] = {
            name: row_set(row, name, getattr(self.instance, name).order_by(*row.order), data)
            for name, (row, _title, _hint) in self.row_kinds.items()
        }
        self.ask_more()
        for inner in self.inner_forms:
            inner.use_required_attribute = False
        self.now = digest({**self.initial, "seen": ""}, {name: rows.initial for name, rows in self.row_sets.items()})
        self.initial["seen"] = self.now

    def ask_more(self) -> None:
        """Fields that are no columns, with what is known in `initial`; forms inside this one."""

    @property
    def inner_forms(self) -> list[Any]:
        """Forms that stand inside this one."""
        return [inner for inner in (self.own, self.new_place) if inner is not None]

    @property
    def all_forms(self) -> list[Any]:
        """For drafts: this form, its rows, and the forms inside."""
        return [self, *self.row_sets.values(), *self.inner_forms]

    @property
    def rows(self) -> list[tuple[str, Words, Words, RowSet]]:
        """(name, heading, hint, rows) for templates."""
        return [(name, title, hint, self.row_sets[name]) for name, (_row, title, hint) in self.row_kinds.items()]

    @property
    def on_paper(self) -> list[PaperQuestion]:
        """The same questions, to be filled in by hand."""
        asked = [*on_paper(self)]
        asked += [rows_on_paper(title, hint, rows.empty_form) for _name, title, hint, rows in self.rows]
        if self.new_place:
            asked.append(rows_on_paper(_("Another place"), "", self.new_place, times=1))
        return asked + (list(on_paper(self.own)) if self.own else [])

    def is_valid(self) -> bool:
        """With all rows and inner forms, so that everything wrong is told at once."""
        others = [*self.row_sets.values(), *self.inner_forms]
        return all([super().is_valid(), *(other.is_valid() for other in others)])

    @property
    def is_overtaken(self) -> bool:
        """Somebody else wrote since it was opened."""
        return bool(self.cleaned_data.get("seen")) and self.cleaned_data["seen"] != self.now

    def conflicts(self) -> list[Difference]:
        """What is there now beside what was typed, where the two differ."""
        found = differences(self, self.initial)
        for _name, title, _hint, rows in self.rows:
            theirs, mine = rows_in_words(rows.initial or []), rows_in_words(rows.wanted())
            if theirs != mine:
                found.append(Difference(str(title), theirs, mine))
        return found

    def shown_anew(self) -> None:
        """Whoever has seen both texts may save theirs."""
        typed: Any = self.data
        self.data = typed.copy()
        self.data["seen"] = self.now  # type: ignore[index] # a copy of a QueryDict takes it
