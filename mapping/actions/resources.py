"""Resources: add, edit, check again, remove."""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final

from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from mapping.actions.keeping.versions import locked, overwrite
from mapping.actions.organizations import StateBodyOffersNothingError, name_key
from mapping.actions.rows import write_links, write_rows
from mapping.models import FRESH_FOR, Organization, Resource

# what a resource names several of: name of the values → (related name, column)
LINKS: Final = {
    "areas": ("areas", "area_id"),
    "neighborhoods": ("reach", "neighborhood_id"),
    "populations": ("populations", "population_id"),
    "languages": ("languages", "language"),
}
ROWS: Final = {"hours": "hours", "funding": "funding"}


def resource_columns(**values: Any) -> dict[str, Any]:
    """Cleaned columns, with the keys that follow from them. The importer calls this for each row."""
    if "name" in values:
        values["name"] = " ".join(values["name"].split())
        values["name_key"] = name_key(values["name"])
    return values


@transaction.atomic
def add_resource(organization: Organization, *, by: Actor, name: str, **values: Any) -> Resource:
    """Add one thing that a group offers. Values are columns, `areas`, `neighborhoods`, `populations` (ids), `languages`
    (tags), `hours` and `funding` (rows).

    Raises:
        StateBodyOffersNothingError: the group is a state body.
    """
    if organization.is_state_body:
        raise StateBodyOffersNothingError
    columns, several = _apart(values)
    resource = Resource.objects.create(organization=organization, **resource_columns(name=name, **columns))
    _write_several(resource, several)
    return resource


@transaction.atomic
def edit_resource(resource: Resource, *, by: Actor, version: int | None = None, **values: Any) -> Resource:
    """Change what is written about a resource; values as for `add_resource`. What is not named stays.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(resource, version=version)
    columns, several = _apart(values)
    overwrite(now, resource_columns(**columns))
    _write_several(now, several)
    return now


@transaction.atomic
def check_resource(
    resource: Resource, *, by: Actor, how: str = "", on: dt.date | None = None, review_on: dt.date | None = None
) -> Resource:
    """Say that somebody looked and it is as written. The next check is due within a year unless said."""
    day = on or timezone.localdate()
    review = review_on or day + FRESH_FOR / 2
    return edit_resource(resource, by=by, verified_on=day, verified_how=how, review_on=review)


@transaction.atomic
def remove_resource(resource: Resource, *, by: Actor) -> None:
    """Remove a resource with its answers, hours and feedback. It can be brought back within its undo window."""
    locked(resource).delete()


@transaction.atomic
def set_hours(resource: Resource, *, by: Actor, rows: Sequence[dict[str, Any]]) -> None:
    """Write the whole week: rows of weekday, opens_at, closes_at, season_from, season_until."""
    write_rows(resource.hours.all(), rows, resource=resource)


@transaction.atomic
def set_funding(resource: Resource, *, by: Actor, rows: Sequence[dict[str, Any]]) -> None:
    """Write all ways in which a resource is paid for: rows of kind, note, strings."""
    write_rows(resource.funding.all(), rows, resource=resource)


def _apart(values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    several = {name: value for name, value in values.items() if name in LINKS or name in ROWS}
    return {name: value for name, value in values.items() if name not in several}, several


def _write_several(resource: Resource, several: dict[str, Any]) -> None:
    for name, wanted in several.items():
        if name in LINKS:
            related, column = LINKS[name]
            write_links(getattr(resource, related).all(), column, wanted, resource=resource)
        else:
            write_rows(getattr(resource, ROWS[name]).all(), wanted, resource=resource)
