"""The columns of the map, as a django-import-export Resource describes them; its fields clean values, our staging merges."""

from django.utils.translation import gettext_lazy as _
from import_export import resources

from ecosystem.imports.targets import CellField
from mapping.imports.words import names
from mapping.models import AccessPart, CarceralContact

GROUP, PLACE, OFFER, REACH, TRUST, CHECKED = (
    _("The group"),
    _("Where"),
    _("What it offers"),
    _("When and for whom"),
    _("Who is safe there"),
    _("How we know"),
)
MEMBERS = _("Shows to members. It is published only when the group says yes.")


def column(key: str, label: object, part: object, **options: object) -> CellField:
    return CellField(label, names(key), part=part, **options)  # type: ignore[arg-type] # words and options as CellField has them


class GroupResource(resources.Resource):  # type: ignore[misc] # the package has no types
    """One row: a group with one resource, where it is, and what we know about it."""

    name = column("name", _("Group"), GROUP, kind="line", limit=200)
    resource = column("resource", _("Resource"), OFFER, kind="line", limit=200)
    area = column("area", _("Area"), OFFER, kind="choices", makes_new="areas", many=True)
    moment = column("moment", _("Moment"), OFFER, kind="choices")
    offers = column("offers", _("What it offers"), OFFER, many=True)
    phone = column("phone", _("Phone"), GROUP, kind="phone", many=True, private=MEMBERS)
    email = column("email", _("E-mail"), GROUP, kind="email", many=True, private=MEMBERS)
    web = column("web", _("Web"), GROUP, kind="webs", many=True)
    role = column("role", _("Who answers (a role)"), GROUP, kind="line", limit=120)
    kind = column("kind", _("Kind of group"), GROUP, kind="choice")
    description = column("description", _("About the group"), GROUP)
    values = column("values", _("Values of the group"), GROUP)
    place_label = column("place_label", _("What people call the place"), PLACE, kind="line", limit=120)
    address = column("address", _("Street and number"), PLACE, kind="address", limit=200)
    address_2 = column("address_2", _("Suite, floor"), PLACE, kind="line", limit=100)
    city = column("city", _("City"), PLACE, kind="line", limit=100)
    state = column("state", _("State"), PLACE, kind="line", limit=60)
    zip = column("zip", _("ZIP"), PLACE, kind="zip")
    neighborhood = column("neighborhood", _("Neighborhood"), PLACE, kind="choice", makes_new="neighborhoods")
    latitude = column("latitude", _("Latitude"), PLACE, kind="latitude")
    longitude = column("longitude", _("Longitude"), PLACE, kind="longitude")
    coordinates = column("coordinates", _("Coordinates"), PLACE, kind="coordinates")
    precision = column("precision", _("Shown as"), PLACE, kind="choice")
    place_note = column("place_note", _("How to find it"), PLACE, kind="line", limit=300)
    hours = column("hours", _("Hours"), REACH, kind="hours")
    season_note = column("season_note", _("Seasons"), REACH, kind="line", limit=300)
    languages = column("languages", _("Languages"), REACH, kind="languages")
    who_may_use = column("who_may_use", _("Who may use it"), REACH, many=True)
    populations = column("populations", _("For whom"), REACH, kind="choices", makes_new="populations")
    reach = column("reach", _("Neighborhoods it reaches"), REACH, kind="choices", makes_new="neighborhoods")
    reaches_everywhere = column("reaches_everywhere", _("For every neighborhood"), REACH, kind="answer")
    serves_everyone = column("serves_everyone", _("For everybody"), REACH, kind="answer")
    status = column("status", _("Running now"), REACH, kind="choice")
    is_on_call = column("is_on_call", _("On call"), REACH, kind="answer")
    is_mobile = column("is_mobile", _("Comes to people"), REACH, kind="answer")
    is_always_open = column("is_always_open", _("Day and night"), REACH, kind="answer")
    run_by = column("run_by", _("Who runs it"), OFFER)
    values_practiced = column("values_practiced", _("Values, and how it practices them"), OFFER)
    who_could_change = column("who_could_change", _("Who could change it"), OFFER)
    how_to_change = column("how_to_change", _("By what means"), OFFER)
    deciders = column("deciders", _("Who decides"), OFFER)
    funding = column("funding", _("Paid by"), OFFER, kind="choices")
    funding_note = column("funding_note", _("Whom, until when"), OFFER, kind="line", limit=300)
    strings = column("strings", _("Strings that come with it"), OFFER)
    data_collected = column("data_collected", _("What it writes down"), TRUST)
    data_shared_with = column("data_shared_with", _("With whom it shares that"), TRUST)
    data_kept_for = column("data_kept_for", _("How long it keeps that"), TRUST, kind="line", limit=200)
    verified_on = column("checked_on", _("Last checked"), CHECKED, kind="date")
    verified_how = column("verified_how", _("How we checked"), CHECKED, kind="line", limit=200)
    review_on = column("review_on", _("Check again by"), CHECKED, kind="date")
    source = column("source", _("Where we know it from"), CHECKED, kind="line", limit=200)
    source_key = column("source_key", _("Its number in this source"), CHECKED, kind="line", limit=100)


def group_fields() -> dict[str, CellField]:
    """The fixed columns, then one for each part of access and each kind of contact, stated and lived."""
    found = {key: field for key, field in GroupResource.fields.items() if isinstance(field, CellField)}
    for part in AccessPart:
        found[part.value] = CellField(part.label, [*names(part.value), str(part.label)], kind="answer", part=TRUST)
    for contact in CarceralContact:
        words = names(contact.value)
        found[contact.value] = CellField(
            _("Brings in: %(what)s") % {"what": contact.label}, words, kind="choice", part=TRUST
        )
        lived = [f"{word} {end}" for word in words[:4] for end in ("lived", "vivido", "in practice")]
        found[f"{contact.value}_lived"] = CellField(
            _("Brings in, as lived: %(what)s") % {"what": contact.label}, lived, kind="choice", part=TRUST
        )
    for key, field in found.items():
        field.key = key
    return found
