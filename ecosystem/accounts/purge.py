"""What goes every night from the tables that belong to no coalition."""

from django.db.models import Q
from django.utils import timezone

from ecosystem.accounts.models import RateLimit, Session
from ecosystem.tenancy.models import Link


def delete_ended_sessions() -> int:
    return Session.objects.filter(expires_at__lte=timezone.now()).delete()[0]


def delete_dead_links() -> int:
    """Links that were revoked or have expired open nothing; where they led is nobody's business any more."""
    now = timezone.now()
    return Link.objects.filter(Q(revoked_at__lte=now) | Q(expires_at__lte=now)).delete()[0]


def delete_old_limits() -> int:
    return RateLimit.objects.filter(expires_at__lte=timezone.now()).delete()[0]
