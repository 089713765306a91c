"""Fields and forms as the template pack `house` draws them: label, hint, control, who sees it, what is wrong."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words

LONG = (forms.RadioSelect, forms.CheckboxSelectMultiple)


@register.simple_tag
def form_field(field: BoundField, *, label: Words = "", is_question: bool = False) -> SafeString:
    """One field of any form. As a question it gets a rule above and a heading's voice."""
    if field.is_hidden:
        return field.as_hidden()
    private = getattr(field.form, "privacy_notes", {}).get(field.name, "")
    ids = [
        name
        for name, is_there in [
            (f"{field.auto_id}_hint", field.help_text),
            (f"{field.auto_id}_private", private),
            (f"{field.auto_id}_error", field.errors),
        ]
        if is_there
    ]
    widget = field.field.widget
    return draw(
        f"form/{_shape(widget)}",
        field=field,
        id=field.auto_id,
        label=label or field.label,
        control=field.as_widget(attrs={"aria-describedby": " ".join(ids)} if ids and not widget.use_fieldset else {}),
        hint=field.help_text,
        private=private,
        errors=field.errors,
        described_by=" ".join(ids),
        is_optional=not field.field.required and not isinstance(widget, LONG),
        is_question=is_question,
    )


def _shape(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    return "group" if widget.use_fieldset else "field"


@register.simple_tag
def form_errors(form: forms.BaseForm) -> SafeString:
    """What is wrong, at the top, each with a way to its field."""
    if not form.errors:
        return SafeString("")
    visible = [(field.auto_id, field.label, field.errors) for field in form if field.errors and not field.is_hidden]
    hidden = [error for field in form.hidden_fields() for error in field.errors]
    return draw("form/errors", general=[*form.non_field_errors(), *hidden], fields=visible)


@register.simple_tag(takes_context=True)
def house_form(context: dict[str, Any], form: Any) -> SafeString:
    """A whole form; the pack's whole_uni_form.html says this and no more."""
    return draw(
        "form/form",
        form=form,
        body=getattr(form, "form_html", ""),
        method=context["form_method"],
        has_tag=context["form_tag"],
        attrs=context["flat_attrs"],
        inputs=context["inputs"],
        csrf_token="" if context["disable_csrf"] or context["form_method"] == "get" else context.get("csrf_token", ""),
        submit_label=getattr(form, "submit_label", ""),
        submit_tone=getattr(form, "submit_tone", "main"),
        cancel_url=getattr(form, "cancel_url", ""),
        cancel_label=_("Not now"),
        autosave_url=getattr(form, "autosave_url", ""),
    )
