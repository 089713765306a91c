"""Saying that somebody looked and it is as written."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.forms import HouseForm


class CheckForm(HouseForm, forms.Form):
    """How and when we checked, and when the next look is due."""

    submit_label = _("It is as written")

    how = forms.CharField(
        label=_("How did you check?"),
        max_length=200,
        required=False,
        help_text=_("By phone, on a visit, in print. Roles, no names."),
    )
    on = forms.DateField(label=_("When?"), required=False, help_text=_("Left empty: today."))
    review_on = forms.DateField(
        label=_("Look at it again by"), required=False, help_text=_("Left empty: in half a year.")
    )


class PromisedPersonForm(HouseForm, forms.Form):
    """Somebody who promised not to call police."""

    submit_label = _("Seal it")
    privacy_notes = {
        "words": _(
            "Sealed: only coordinators, admins and who speaks for this group can open it. Never in lists, "
            "search, exports, history or print. Taken away, it is gone at once."
        )
    }

    words = forms.CharField(
        label=_("What they are called there, and which shift"), max_length=200,
        help_text=_("A first name or a nickname is enough."),
    )  # fmt: skip
