"""Who may bring spreadsheets in."""

from ecosystem.accounts.models import Membership, Role


def can_import(membership: Membership) -> bool:
    """A spreadsheet changes the map for everybody, and can hold what is private: admins only."""
    return membership.role == Role.ADMIN
