"""Places: what everybody may know lies in open columns, the whole address is sealed."""

import json
from typing import Any
from uuid import UUID

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.privacy.vault import Owner, encrypt
from ecosystem.tenancy.models.owned import uuid7
from mapping.actions.keeping.versions import locked
from mapping.actions.sql import blur_place_history
from mapping.geo.location import Location, reduced
from mapping.geo.zips import Point
from mapping.models import Neighborhood, Organization, Place, Precision
from mapping.queries.places import neighborhood_point, whole_location


def place_columns(
    place_id: UUID, location: Location, precision: str, *, centroid: Point | None = None
) -> dict[str, Any]:
    """All columns of a place row: what `precision` lets everybody see, and the rest sealed.

    The importer calls this too, row by row; only a reduced place asks the vault for the coalition's key. `centroid` is
    the fixed point of the location's neighborhood.
    """
    shown = reduced(location, precision, neighborhood_point=centroid)
    return {
        "precision": precision,
        "label": shown.label,
        "street": shown.street,
        "city": shown.city,
        "state": shown.state,
        "zip_code": shown.zip_code,
        "neighborhood_id": shown.neighborhood,
        "latitude": shown.point.latitude if shown.point else None,
        "longitude": shown.point.longitude if shown.point else None,
        "note": shown.note,
        "sealed": None if precision == Precision.EXACT else sealed_location(place_id, location),
    }


def sealed_location(place_id: UUID, location: Location) -> bytes:
    """The whole address for the column `sealed`, bound to its place."""
    words = json.dumps(
        {
            "label": location.label,
            "street": location.street,
            "city": location.city,
            "state": location.state,
            "zip_code": location.zip_code,
            "neighborhood": str(location.neighborhood or ""),
            "latitude": str(location.point.latitude) if location.point else "",
            "longitude": str(location.point.longitude) if location.point else "",
            "note": location.note,
        }
    )
    return encrypt(words, owner=Owner.coalition(), bound_to=f"place:{place_id}")


@transaction.atomic
def add_place(organization: Organization, *, by: Actor, location: Location, precision: str = Precision.EXACT) -> Place:
    place_id = uuid7()
    columns = place_columns(place_id, location, precision, centroid=_centroid(location))
    return Place.objects.create(id=place_id, organization=organization, **columns)


@transaction.atomic
def edit_place(place: Place, *, by: Actor, location: Location, precision: str, version: int | None = None) -> Place:
    """Write a place anew. Who makes it less exact also takes the exact address out of its history.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(place, version=version)
    columns = place_columns(now.pk, location, precision, centroid=_centroid(location))
    for name, value in columns.items():
        setattr(now, name, value)
    now.save(update_fields=[name.removesuffix("_id") for name in columns])
    if precision != Precision.EXACT:
        blur_place_history(now.pk)
    return now


@transaction.atomic
def change_precision(place: Place, *, by: Actor, precision: str) -> Place:
    """Show a place more or less exactly. The whole address was kept sealed, so nothing has to be typed again."""
    return edit_place(place, by=by, location=whole_location(place), precision=precision)


@transaction.atomic
def remove_place(place: Place, *, by: Actor) -> None:
    """Take a place away. What was offered there stays, without a place."""
    locked(place).delete()


def _centroid(location: Location) -> Point | None:
    if location.neighborhood is None:
        return None
    return neighborhood_point(Neighborhood.objects.filter(pk=location.neighborhood).first())
