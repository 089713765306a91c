"""Second factors: who must have one, and whether the sign-in is recent. Demo accounts, and where they may be."""

import time
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from ecosystem.accounts.models import Membership, User


def has_second_factor(user: Any) -> bool:
    """An authenticator app or a passkey. Recovery codes alone are none."""
    return Authenticator.objects.filter(user=user).exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def needs_second_factor(membership: Membership | None, request: Any) -> bool:
    """Coordinators, admins and hosts see nothing without one. Demo accounts, which exist on one machine, are let in."""
    if membership is not None and not membership.sees_everything:
        return False
    return not request.user.is_demo and not has_second_factor(request.user)


def needs_fresh_sign_in(request: Any) -> bool:
    """True when the last sign-in or confirmation is older than ACCOUNT_REAUTHENTICATION_TIMEOUT."""
    records = get_authentication_records(request, request.user)
    if not records:  # a session that no sign-in page of ours opened
        return not request.user.is_demo
    return time.time() - float(records[-1]["at"]) > settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def refuse_demo_accounts_elsewhere() -> None:
    """Registered as a check at the start of server and worker: demo accounts have known passwords and no second factor.

    Raises:
        ImproperlyConfigured: there are some, and this is not the embedded database of one machine.
    """
    if settings.EMBEDDED:
        return
    try:
        found = User.objects.filter(is_demo=True).exists()
    finally:
        connection.close()
    if found:
        raise ImproperlyConfigured(
            "this database holds demo accounts, whose passwords everybody knows. They work with the embedded database "
            "only: use a database that the demo never filled."
        )
