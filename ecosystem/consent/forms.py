"""Who said yes, how, and when."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ecosystem.consent.models import Consent
from ecosystem.ui.forms import HouseForm


class ConsentForm(HouseForm, forms.ModelForm):  # type: ignore[type-arg] # ModelForm is generic for mypy only
    submit_label = _("Note their yes")

    class Meta:
        model = Consent
        fields = ["given_by", "how", "given_on"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["given_on"].initial = timezone.localdate()

    def clean_given_on(self) -> Any:
        day = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        return day
