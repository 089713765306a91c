"""The parts of the long form about a resource: what each has, how long it takes, and what it says."""

from collections.abc import Mapping
from typing import Any, ClassVar

from ecosystem.ui.components.states import Words
from mapping.actions.resource_parts import PartWritten
from mapping.forms.answers import Key, given_answers
from mapping.forms.whole import WholeForm
from mapping.models import Answer, Resource


class PartForm(WholeForm):
    """One part. Subclasses say what they ask."""

    key: ClassVar[str]
    title: ClassVar[Words]
    lead: ClassVar[Words] = ""
    minutes: ClassVar[int] = 3

    def __init__(self, data: Any = None, *, resource: Resource, answers: Mapping[Key, Answer]) -> None:
        self.resource, self.answers = resource, answers
        super().__init__(data, instance=resource)

    @property
    def template(self) -> str:
        return f"mapping/resource/parts/{self.key}.html"

    def written(self) -> PartWritten:
        """What was typed, for the action."""
        columns = [name for name in self._meta.fields or () if name in self.cleaned_data]
        values = {name: self.cleaned_data[name] for name in columns} | self.more_values()
        values |= {name: rows.wanted() for name, rows in self.row_sets.items() if name != "promises"}
        promises = self.row_sets["promises"].wanted() if "promises" in self.row_sets else None
        return PartWritten(values=values, answers=given_answers(self), promises=promises, **self.written_aside())

    def more_values(self) -> dict[str, Any]:
        """Values of `edit_resource` that are no columns."""
        return {}

    def written_aside(self) -> dict[str, Any]:
        """Other fields of PartWritten."""
        return {}
