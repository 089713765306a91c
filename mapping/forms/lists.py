"""Small forms of lists."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.forms import HouseForm


class SavedViewForm(HouseForm, forms.Form):
    """A name for what is chosen now."""

    submit_label = _("Keep it")
    name = forms.CharField(label=_("Name of the view"), max_length=80)
    is_shared = forms.BooleanField(label=_("Show it to everybody here"), required=False)
    query = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput)
