"""What residents said of a resource."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from mapping.actions.sheet import spoken
from mapping.forms.resource_parts import written_in
from mapping.forms.rows import capitals, offer_choices
from mapping.models import Feedback, FeedbackKind


class FeedbackForm(HouseForm, forms.ModelForm):
    """A count and a few words. Who said it is never asked."""

    privacy_notes: ClassVar[dict[str, Words]] = {
        "why": _("Shows to members here. Leave out names, and what only one person could have lived.")
    }
    submit_label = _("Write it down")

    class Meta:
        model = Feedback
        fields = ["kind", "why", "people_count", "heard_on", "source", "language"]
        widgets = {"kind": forms.RadioSelect}
        labels = {"why": _("Why? In a few words"), "people_count": _("How many people said so?")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_choices(self, "kind", capitals(FeedbackKind.choices))
        self.fields["language"] = written_in(_("Said in"), spoken())
