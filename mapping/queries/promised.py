"""Who promised not to call police: sealed, and opened for few."""

from dataclasses import dataclass
from uuid import UUID

from ecosystem.accounts.models import Membership, SeatKind
from ecosystem.privacy.vault import CannotOpen, Owner, opener
from mapping.models import PromisedPerson, Resource


@dataclass(frozen=True, slots=True)
class OpenedPerson:
    """A sealed line, opened."""

    id: UUID
    words: str


def may_open_people(resource: Resource, membership: Membership) -> bool:
    """Coordinators, admins, and those who speak for the group."""
    if membership.sees_everything:
        return True
    return membership.seats.filter(kind=SeatKind.SPEAKS_FOR, target_id=resource.organization_id).exists()


def promised_people(resource: Resource, membership: Membership) -> list[OpenedPerson]:
    """The sealed lines that this member may open. What cannot be opened any more is left out."""
    rows = list(
        PromisedPerson.objects.sealed_visible_to(membership).filter(resource=resource).order_by("created_at", "id")
    )
    open_one = opener(Owner.coalition()) if rows else None
    found = []
    for row in rows:
        try:
            found.append(OpenedPerson(row.pk, open_one(bytes(row.sealed), f"promised_person:{row.pk}")))  # type: ignore[misc] # there are rows
        except CannotOpen:
            continue
    return found
