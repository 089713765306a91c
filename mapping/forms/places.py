"""A place, and how exactly it may be shown."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.imports.values.places import clean_coordinates, clean_zip
from ecosystem.ui.components.states import Words
from ecosystem.ui.forms import HouseForm
from mapping.forms.rows import capitals, offer_choices
from mapping.geo.location import Location
from mapping.geo.zips import Point
from mapping.models import Neighborhood, Precision

HOW_EXACT: Words = gettext_lazy(
    "Everybody here sees no more than this, and so does every list, print and export. The whole address is kept "
    "sealed: coordinators, admins and who speaks for the group can open it."
)


class PlaceForm(HouseForm, forms.Form):
    """Where a group can be found. Nothing is required: a neighborhood alone is a fine answer."""

    privacy_notes: ClassVar[dict[str, Words]] = {"precision": HOW_EXACT}

    label = forms.CharField(label=gettext_lazy("What people call the place"), required=False, max_length=120)
    street = forms.CharField(label=gettext_lazy("Street and number"), required=False, max_length=200)
    city = forms.CharField(label=gettext_lazy("City"), required=False, max_length=100)
    state = forms.CharField(label=gettext_lazy("State"), required=False, max_length=60)
    zip_code = forms.CharField(label=gettext_lazy("ZIP"), required=False, max_length=10)
    neighborhood = forms.ModelChoiceField(
        label=gettext_lazy("Neighborhood"), queryset=Neighborhood.objects.none(), required=False
    )
    note = forms.CharField(label=gettext_lazy("How to find it"), required=False, max_length=300)
    coordinates = forms.CharField(
        label=gettext_lazy("Latitude and longitude"), required=False, max_length=80,
        help_text=gettext_lazy("Only if you have them. Without them the middle of the ZIP is used."),
    )  # fmt: skip
    precision = forms.ChoiceField(
        label=gettext_lazy("How exactly may it be shown?"), choices=Precision.choices, widget=forms.RadioSelect,
        initial=Precision.EXACT,
    )  # fmt: skip
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_optional = is_optional
        offer_choices(self, "precision", capitals(Precision.choices))
        self.offer("neighborhood", Neighborhood.objects.order_by("name_key"))

    def clean_zip_code(self) -> str:
        code, problem = clean_zip(self.cleaned_data["zip_code"])
        if problem and not code:
            raise forms.ValidationError(_("A ZIP has five digits, or five and four."))
        return code

    def clean_coordinates(self) -> Point | None:
        found, problem = clean_coordinates(self.cleaned_data["coordinates"])
        if found is None and problem:
            raise forms.ValidationError(_("Write it like 39.99, -75.12. The point 0, 0 lies in the sea."))
        return Point(found.latitude, found.longitude) if found else None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.is_optional and not self.errors and self.is_nothing:
            raise forms.ValidationError(_("Say something of where it is: a street, a ZIP, or a neighborhood."))
        return cleaned

    @property
    def is_open(self) -> bool:
        """Inside another form: unfolded where something was typed."""
        return any(
            self[name].value() for name in ("label", "street", "zip_code", "neighborhood", "note", "coordinates")
        )

    @property
    def is_nothing(self) -> bool:
        names = ("label", "street", "zip_code", "neighborhood", "note", "coordinates", "city")
        return not any(self.cleaned_data.get(name) for name in names)

    def location(self) -> Location:
        """What was typed, for add_place and edit_place."""
        cleaned = self.cleaned_data
        words = {name: cleaned[name] for name in ("label", "street", "city", "state", "zip_code", "note")}
        hood = cleaned["neighborhood"]
        return Location(neighborhood=hood.pk if hood else None, point=cleaned["coordinates"], **words)


def place_initial(location: Location, precision: str, version: int) -> dict[str, Any]:
    """The form of a place that is there."""
    point = location.point
    return {
        **{name: getattr(location, name) for name in ("label", "street", "city", "state", "zip_code", "note")},
        "neighborhood": location.neighborhood,
        "coordinates": f"{point.latitude}, {point.longitude}" if point else "",
        "precision": precision,
        "version": version,
    }
