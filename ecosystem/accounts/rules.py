"""Who may do what with people. Sentences about a membership."""

from ecosystem.accounts.models import Membership, Role


def can_see_people(membership: Membership) -> bool:
    """Researchers see only the studies that they are assigned to."""
    return membership.role != Role.RESEARCHER


def can_manage_people(membership: Membership) -> bool:
    """Invite, change roles and seats, end memberships."""
    return membership.role == Role.ADMIN


def can_change_settings(membership: Membership) -> bool:
    return membership.role == Role.ADMIN
