"""The one way in which a place is told: pages, lists, CSV, print and search all ask `place_shown`."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from ecosystem.accounts.models import Membership, SeatKind
from ecosystem.privacy.vault import CannotOpen, Owner, opener
from mapping.geo.location import Location, sound_point
from mapping.geo.zips import Point, zip_point
from mapping.models import Neighborhood, Place, Precision


@dataclass(frozen=True, slots=True)
class ShownPlace:
    """A place as one reader may see it. `whole` is the address behind a reduced place, for the few who may open it."""

    id: UUID
    label: str
    street: str
    city: str
    state: str
    zip_code: str
    neighborhood: str
    latitude: float | None
    longitude: float | None
    precision: str
    note: str
    whole: str = ""

    @property
    def line(self) -> str:
        """In one line, as exact as it may be; in words where it may not be told."""
        if self.precision == Precision.HIDDEN:
            return _("The place is not shown")
        region = " ".join(part for part in (self.state, self.zip_code) if part)
        parts = (self.label, self.street, self.neighborhood, self.city, region)
        return ", ".join(part for part in parts if part) or _("Somewhere here")

    @property
    def is_reduced(self) -> bool:
        return self.precision != Precision.EXACT


def place_shown(place: Place, membership: Membership | None = None) -> ShownPlace:
    """A place for one reader. Without a membership (exports, prints, search, public pages) nothing sealed is opened.

    `place.neighborhood` should be selected along.
    """
    return places_shown([place], membership)[0]


def places_shown(places: Iterable[Place], membership: Membership | None = None) -> list[ShownPlace]:
    """Several places of a page, asking once who the reader speaks for."""
    rows = list(places)
    opened = _opened_by(rows, membership) if membership else {}
    return [_shown(place, opened.get(place.pk, "")) for place in rows]


def _shown(place: Place, whole: str) -> ShownPlace:
    return ShownPlace(
        id=place.pk,
        label=place.label,
        street=place.street,
        city=place.city,
        state=place.state,
        zip_code=place.zip_code,
        neighborhood=place.neighborhood.name if place.neighborhood else "",
        latitude=None if place.latitude is None else float(place.latitude),
        longitude=None if place.longitude is None else float(place.longitude),
        precision=place.precision,
        note=place.note,
        whole=whole,
    )


def _opened_by(places: list[Place], membership: Membership) -> dict[UUID, str]:
    sealed = [place for place in places if place.sealed]
    if sealed and not membership.sees_everything:
        spoken_for = set(membership.seats.filter(kind=SeatKind.SPEAKS_FOR).values_list("target_id", flat=True))
        sealed = [place for place in sealed if place.organization_id in spoken_for]
    if not sealed:
        return {}
    open_one = opener(Owner.coalition())
    return {place.pk: address_line(_opened(place, open_one)) for place in sealed}


def can_open_place(place: Place, membership: Membership) -> bool:
    """Coordinators, admins, and those who speak for its group."""
    if membership.sees_everything:
        return True
    return membership.seats.filter(kind=SeatKind.SPEAKS_FOR, target_id=place.organization_id).exists()


def whole_location(place: Place) -> Location:
    """The whole address, opened. Only for who `can_open_place`; what cannot be opened any more is told as reduced."""
    return _opened(place, opener(Owner.coalition())) if place.sealed else open_location(place)


def _opened(place: Place, open_one: Callable[[bytes, str], str]) -> Location:
    try:
        return _location_from(json.loads(open_one(bytes(place.sealed or b""), f"place:{place.pk}")))
    except CannotOpen:
        return open_location(place)


def open_location(place: Place) -> Location:
    """What the open columns hold."""
    latitude, longitude = place.latitude, place.longitude
    point = None if latitude is None or longitude is None else Point(float(latitude), float(longitude))
    return Location(
        place.label, place.street, place.city, place.state, place.zip_code, place.neighborhood_id, point, place.note
    )


def _location_from(kept: dict[str, str]) -> Location:
    latitude, longitude = kept.get("latitude"), kept.get("longitude")
    return Location(
        label=kept["label"],
        street=kept["street"],
        city=kept["city"],
        state=kept["state"],
        zip_code=kept["zip_code"],
        neighborhood=UUID(kept["neighborhood"]) if kept["neighborhood"] else None,
        point=sound_point(float(latitude), float(longitude)) if latitude and longitude else None,
        note=kept["note"],
    )


def address_line(location: Location) -> str:
    region = " ".join(part for part in (location.state, location.zip_code) if part)
    parts = (location.label, location.street, location.city, region, location.note)
    return ", ".join(part for part in parts if part)


def neighborhood_point(neighborhood: Neighborhood | None) -> Point | None:
    """The fixed centroid of a neighborhood, if somebody set it or its first ZIP is known."""
    if neighborhood is None:
        return None
    if neighborhood.latitude is not None and neighborhood.longitude is not None:
        return sound_point(float(neighborhood.latitude), float(neighborhood.longitude))
    return next((point for code in neighborhood.zip_codes if (point := zip_point(str(code)))), None)
