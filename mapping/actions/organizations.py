"""Groups: add, edit, remove."""

from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.imports.folding import folded
from mapping.actions.keeping.versions import locked, overwrite
from mapping.models import Organization, OrganizationKind

KEY_LENGTH = 200


class StateBodyOffersNothingError(Exception):
    """A state body can be drawn and tied to others. It is never care, so it has no resources."""


class OthersBelongToItError(Exception):
    """Other groups are part of this one: they have to be let go or removed first."""


def organization_columns(**values: Any) -> dict[str, Any]:
    """Cleaned columns, with the keys that follow from them. The importer calls this for each row."""
    if "name" in values:
        values["name"] = " ".join(values["name"].split())
        values["name_key"] = name_key(values["name"])
    return values


def name_key(name: str) -> str:
    """What lists sort and look up by. A name without any letter keeps itself."""
    return (folded(name) or name.casefold())[:KEY_LENGTH]


@transaction.atomic
def add_organization(*, by: Actor, name: str, **values: Any) -> Organization:
    return Organization.objects.create(**organization_columns(name=name, **values))


@transaction.atomic
def edit_organization(
    organization: Organization, *, by: Actor, version: int | None = None, **values: Any
) -> Organization:
    """Change what is written about a group.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
        StateBodyOffersNothingError: it has resources, so it cannot become a state body.
    """
    now = locked(organization, version=version)
    if values.get("kind") == OrganizationKind.STATE_BODY and now.resources.exists():
        raise StateBodyOffersNothingError
    overwrite(now, organization_columns(**values))
    return now


@transaction.atomic
def remove_organization(organization: Organization, *, by: Actor) -> None:
    """Remove a group with all that hangs on it. It can be brought back as long as its undo window says.

    Raises:
        OthersBelongToItError: groups are part of it.
    """
    now = locked(organization)
    if now.programs.exists():
        raise OthersBelongToItError
    now.delete()
