"""What goes every night: sessions, links and limits; and the names on invitations that open nothing any more."""

from django.db.models import Q
from django.utils import timezone

from ecosystem.accounts.models import Invitation, RateLimit, Session
from ecosystem.accounts.sessions import SessionStore
from ecosystem.tenancy.models import Link


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
