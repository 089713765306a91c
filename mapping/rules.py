"""Who may do what on the map. Sentences about a membership; what depends on a row is on its queryset."""

from ecosystem.accounts.models import Membership, Role


def can_see_map(membership: Membership) -> bool:
    """Researchers see only the studies that they are assigned to."""
    return membership.role != Role.RESEARCHER


def can_edit_map(membership: Membership) -> bool:
    return membership.role in {Role.ORGANIZER, Role.COORDINATOR, Role.ADMIN}


def can_arrange_map(membership: Membership) -> bool:
    """Areas, neighborhoods, populations, own questions, bulk edits: what changes the map for everybody."""
    return membership.role in {Role.COORDINATOR, Role.ADMIN}


def can_import(membership: Membership) -> bool:
    return membership.role == Role.ADMIN


def can_export(membership: Membership) -> bool:
    return membership.role in {Role.COORDINATOR, Role.ADMIN}
