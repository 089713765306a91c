"""How exactly a place is told, decided here and nowhere else.

A reduced place shows a fixed centroid that many others share: the ZIP's, or the neighborhood's. Never a point moved
at random, which can be averaged away, and never a second detail from which the first could be narrowed down again.
"""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal
from uuid import UUID

from mapping.geo.zips import Point, zip_point

PrecisionName = Literal["exact", "street", "zip", "neighborhood", "hidden"]
DIGITS: Final = 6
NUMBER_IN_FRONT: Final = re.compile(r"^\s*(?:\d+[\w\-/½]*\s+)(?:\d/\d\s+)?(?=\S)")
NUMBER_BEHIND: Final = re.compile(r"[\s,]+(?:#|no\.?|n[úu]m\.?)\s*\d+\w*\s*$", re.IGNORECASE)
STREET_FIRST: Final = re.compile(
    r"^\s*(?:calle|avenida|camino|carrera|paseo|callej[óo]n|plaza|rue|v[íi]a)\b.*?(?P<number>[\s,]+\d+\w?)\s*$",
    re.IGNORECASE,
)
AFTER_STREET: Final = re.compile(
    r"[\s,]+(?:(?:suite|ste|apt|apartment|unit|floor|fl|room|rm|piso|depto|bldg)\b\.?|#).*$", re.IGNORECASE
)
ORDINAL: Final = re.compile(r"^\s*\d+(?:st|nd|rd|th)\b", re.IGNORECASE)
BOX: Final = re.compile(r"\b(?:p\.?\s*o\.?\s*box|apartado)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Location:
    """A place as somebody wrote it down, or as it may be shown. `neighborhood` is an id of the caller's."""

    label: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    zip_code: str = ""
    neighborhood: UUID | None = None
    point: Point | None = None
    note: str = ""


NOWHERE: Final = Location()


def reduced(location: Location, precision: str, *, neighborhood_point: Point | None = None) -> Location:
    """What everybody may know of a location. `neighborhood_point` is the fixed centroid of its neighborhood.

    The words of label and note can give a place away ("blue door on Fifth"), so they stay with the exact address.
    """
    if precision == "exact":
        return replace(location, point=location.point or zip_point(location.zip_code))
    code = location.zip_code[:5]
    if precision == "street":
        street = street_without_number(location.street)
        return Location(
            street=street, city=location.city, state=location.state, zip_code=code,
            neighborhood=location.neighborhood, point=zip_point(code) or neighborhood_point,
        )  # fmt: skip
    if precision == "zip":
        return Location(city=location.city, state=location.state, zip_code=code, point=zip_point(code))
    if precision == "neighborhood":
        return Location(
            city=location.city, state=location.state, neighborhood=location.neighborhood, point=neighborhood_point
        )
    return NOWHERE


def street_without_number(street: str) -> str:
    """The street alone. `5th Street` keeps its number, which is a name; a box has no street."""
    if BOX.search(street):
        return ""
    bare = AFTER_STREET.sub("", NUMBER_BEHIND.sub("", street.split(",", 1)[0]))
    if behind := STREET_FIRST.match(bare):
        bare = bare[: behind.start("number")]
    if not ORDINAL.match(bare):
        bare = NUMBER_IN_FRONT.sub("", bare)
    return bare.strip() if any(letter.isalpha() for letter in bare) else ""


def sound_point(latitude: float | None, longitude: float | None) -> Point | None:
    """A point, if the two numbers are one. 0, 0 lies in the sea and does not exist; half a point is none."""
    if latitude is None or longitude is None or not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    point = Point(round(latitude, DIGITS), round(longitude, DIGITS))
    return None if point == Point(0, 0) else point
