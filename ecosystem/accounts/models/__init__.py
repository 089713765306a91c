"""People, and what they are in each coalition."""

from ecosystem.accounts.models.invitation import Invitation
from ecosystem.accounts.models.limit import RateLimit
from ecosystem.accounts.models.membership import DirectoryEntry, Membership, Role
from ecosystem.accounts.models.seat import Seat, SeatKind
from ecosystem.accounts.models.session import LastSignIn, Session
from ecosystem.accounts.models.user import User

__all__ = [
    "DirectoryEntry",
    "Invitation",
    "LastSignIn",
    "Membership",
    "RateLimit",
    "Role",
    "Seat",
    "SeatKind",
    "Session",
    "User",
]
