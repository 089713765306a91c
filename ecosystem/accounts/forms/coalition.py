"""Forms about a coalition as a whole."""

import zoneinfo
from typing import Any, Final

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ecosystem.tenancy.models import Coalition
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import Ticks

REGIONS: Final = ("America/", "Pacific/", "Atlantic/", "Europe/", "Africa/", "Asia/", "Australia/")


def time_zones() -> list[tuple[str, str]]:
    """Places of the Americas first, because most coalitions are there."""
    known = sorted(zoneinfo.available_timezones())
    names = [name for region in REGIONS for name in known if name.startswith(region)]
    return [(name, name.replace("_", " ")) for name in names]


class CoalitionSettingsForm(HouseForm, forms.ModelForm):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        choices=settings.LANGUAGES,
        widget=Ticks,
        help_text=_("What you write is asked for in each of these."),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zones)

    class Meta:
        model = Coalition
        fields = ["name", "tagline", "scale", "time_zone", "languages"]
        help_texts = {"tagline": _("Stands under the name, for instance “Care on Tanner Flats”.")}


class OpenCoalitionForm(CoalitionSettingsForm):
    submit_label = _("Open the coalition")

    class Meta(CoalitionSettingsForm.Meta):
        fields = ["name", "slug", "scale", "time_zone", "languages"]
        help_texts = {"slug": _("Part of its address, for instance north-side. It cannot be changed later.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["languages"].initial = [code for code, _name in settings.LANGUAGES]
        self.fields["time_zone"].initial = Coalition._meta.get_field("time_zone").default
