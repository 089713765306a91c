"""Inputs that the house adds to Django's: one line of choices with shapes, days and times as browsers know them."""

from typing import Any

from django import forms

from ecosystem.ui.components.states import STATES


class SegmentedSelect(forms.RadioSelect):
    """A few short choices in one line, each one tap: yes, partly, no, unknown. Known values get their shape."""

    template_name = "ui/form/segmented.html"

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Each option knows its symbol, or has none."""
        option = super().create_option(name, value, *args, **kwargs)
        option["symbol"] = STATES[str(value)][0] if str(value) in STATES else ""
        return option

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """The number of choices decides how they fold on a phone."""
        context = super().get_context(name, value, attrs)
        numbers = {4: "four", 5: "five"}
        context["widget"]["size"] = numbers.get(len(context["widget"]["optgroups"]), "")
        return context


class Ticks(forms.CheckboxSelectMultiple):
    """Several of a few short choices, as chips that can be ticked."""

    template_name = "ui/form/ticks.html"


class DayInput(forms.DateInput):
    """A day; the browser shows it as its person writes days."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """A time of day."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class MomentInput(forms.DateTimeInput):
    """A day and a time of day."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%dT%H:%M")
