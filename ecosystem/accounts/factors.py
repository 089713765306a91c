"""Second factors: who must have one, and whether the sign-in is recent."""

from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.reauthentication import did_recently_authenticate
from allauth.mfa.models import Authenticator

from ecosystem.accounts.models import Membership


def needs_second_factor(membership: Membership | None, request: Any) -> bool:
    """Coordinators, admins and hosts see nothing without one. Demo accounts are let in (they cannot exist elsewhere)."""
    if membership is not None and not membership.sees_everything:
        return False
    if request.user.is_demo:
        return False
    return not Authenticator.objects.filter(user=request.user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def needs_fresh_sign_in(request: Any) -> bool:
    """True when the last sign-in or confirmation is older than ACCOUNT_REAUTHENTICATION_TIMEOUT."""
    return bool(get_authentication_records(request)) and not did_recently_authenticate(request)
