"""What goes every night: sessions, links and limits; and the names on invitations that open nothing any more."""

from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from ecosystem.accounts.models import Invitation, Membership, RateLimit, Session
from ecosystem.accounts.sessions import SessionStore
from ecosystem.privacy.erase import erase_person, private_models
from ecosystem.privacy.models import DataKey, KeyOwner
from ecosystem.tenancy.models import Link
from ecosystem.tenancy.models.owned import ONE_MONTH


def delete_ended_sessions() -> int:
    ended = Session.objects.filter(expires_at__lte=timezone.now()).count()
    SessionStore.clear_expired()
    return ended


def delete_dead_links() -> int:
    """Links that were revoked or have expired open nothing; where they led is nobody's business any more."""
    now = timezone.now()
    return Link.objects.filter(Q(revoked_at__lte=now) | Q(expires_at__lte=now)).delete()[0]


def delete_old_limits() -> int:
    return RateLimit.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def forget_old_invitations() -> int:
    """In the coalition in scope: whom an invitation was for is nobody's business once it is over."""
    is_over = Q(revoked_at__isnull=False) | Q(expires_at__lte=timezone.now())
    return int(Invitation.objects.filter(is_over).exclude(called="").update(called=""))


def erase_long_gone() -> int:
    """In the coalition in scope: what was private to somebody whose membership ended a month ago, and its key.

    Nobody can open it any more; it would only wait for whoever seizes the server.
    """
    gone = Membership.objects.filter(ended_at__lte=timezone.now() - ONE_MONTH)
    ids = set(gone.values_list("pk", flat=True))
    left: set[UUID] = set()
    for model in private_models():
        left |= set(model._default_manager.filter(membership_id__in=ids).values_list("membership_id", flat=True))
    keys = DataKey.objects.filter(owner_kind=KeyOwner.MEMBER, owner_id__in=ids)
    left |= set(keys.values_list("owner_id", flat=True))
    return sum(erase_person(membership) for membership in gone.filter(pk__in=left))
