"""HouseForm: what every form of ours shares. Templates say `{% crispy form %}` and no more."""

from typing import Any, ClassVar, Final

from crispy_forms.helper import FormHelper
from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.states import Words
from ecosystem.ui.widgets import DayInput, MomentInput, TimeInput

INPUTS: Final[dict[type[forms.Widget], type[forms.Widget]]] = {
    forms.DateInput: DayInput,
    forms.TimeInput: TimeInput,
    forms.DateTimeInput: MomentInput,
}
ALREADY_HERE: Final = _("This is already here. Look for it before you add it again.")
DASHES: Final = models.fields.BLANK_CHOICE_DASH[0][1]


class HouseForm(forms.BaseForm):
    """Mix in before forms.Form or forms.ModelForm."""

    privacy_notes: ClassVar[dict[str, Words]] = {}  # field: who sees it and until when, shown under the field
    submit_label: Words = _("Save")
    submit_tone: str = "main"
    cancel_url: str = ""  # set by the view: a quiet "Not now" beside the main action
    autosave_url: str = ""  # set by the view: the form saves itself there as a draft
    form_tag: ClassVar[bool] = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = self.form_tag
        for field in self.fields.values():
            _dress(field)

    def offer(self, field_name: str, queryset: models.QuerySet[Any]) -> None:
        """Let a choice be made among these rows only. Another row's id is then a wrong choice, not a leak."""
        field = self.fields[field_name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queryset

    def _post_clean(self) -> None:
        """As Django does; then the unique constraints with `coalition`, which Django leaves out as not in the form."""
        super()._post_clean()  # type: ignore[misc] # every form has it
        instance = getattr(self, "instance", None)
        if instance is not None and _knows_coalition(instance):
            for constraint in instance._meta.constraints:
                if isinstance(constraint, models.UniqueConstraint) and "coalition" in constraint.fields:
                    self._check_unique(constraint, instance)

    def _check_unique(self, constraint: models.UniqueConstraint, instance: models.Model) -> None:
        exclude = self._get_validation_exclusions() - {"coalition"}  # type: ignore[attr-defined] # a ModelForm has it
        try:
            constraint.validate(type(instance), instance, exclude=exclude)
        except forms.ValidationError:
            own = [name for name in constraint.fields if name != "coalition"]
            has_words = constraint.violation_error_message != constraint.default_violation_error_message
            words = constraint.violation_error_message if has_words else ALREADY_HERE
            self.add_error(own[0] if len(own) == 1 and own[0] in self.fields else None, str(words))


class ConfirmNameForm(HouseForm, forms.Form):
    """For what cannot be undone: the name has to be typed."""

    name = forms.CharField(label=_("Type the name to go on"))
    submit_label = _("Delete for good")
    submit_tone = "danger"

    def __init__(self, *args: Any, expected: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected
        self.fields["name"].help_text = expected

    def clean_name(self) -> str:
        """The same name, however it is capitalized."""
        typed: str = self.cleaned_data["name"]
        if typed.strip().casefold() != self.expected.strip().casefold():
            raise forms.ValidationError(_("This is not the name. Nothing has been deleted."))
        return typed


def _knows_coalition(instance: models.Model) -> bool:
    """A coalition's row takes its coalition from the scope when it is made: uniqueness is asked within it."""
    return getattr(instance, "coalition_id", None) is not None


def _dress(field: forms.Field) -> None:
    """Inputs as browsers know them, kind words for what is missing, and nothing kept by the browser."""
    if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
        field.error_messages["required"] = _("Please fill this in.")
    kind = INPUTS.get(type(field.widget))
    if kind:
        field.widget = kind(attrs=field.widget.attrs)
    if isinstance(field, forms.ModelChoiceField):  # its choices are a query: leave them alone
        field.empty_label = _("Choose one") if field.empty_label == DASHES else field.empty_label
    elif isinstance(field.widget, forms.Select) and field.widget.choices:
        field.widget.choices = [
            (value, _("Choose one") if label == DASHES else label) for value, label in field.widget.choices
        ]
    if isinstance(field.widget, forms.Textarea) and field.widget.attrs.get("rows") == "10":
        field.widget.attrs["rows"] = "3"
    if isinstance(field.widget, forms.TextInput | forms.Textarea):
        field.widget.attrs.setdefault("autocomplete", "off")
