"""How often one may knock: at sign-in, second factors, recovery codes and invitations. Keeps no address and no name.

Counted in a transaction beside the request's: a try that ends in an error counts too.
Circles, kiosks and ballots are not limited: there, one room shares one network.
"""

import functools
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.conf import settings
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ecosystem.accounts.models import RateLimit
from ecosystem.tenancy.outside import outside
from ecosystem.ui.errors import too_many


@dataclass(frozen=True, slots=True)
class Limit:
    """So many tries in a span, for one network and for one account."""

    per_address: int
    per_account: int
    span: timedelta


LIMITS: Final = {
    "sign_in": Limit(per_address=100, per_account=10, span=timedelta(minutes=10)),
    "factor": Limit(per_address=100, per_account=10, span=timedelta(minutes=10)),
    "invitation": Limit(per_address=60, per_account=20, span=timedelta(minutes=10)),
}


def limited(name: str, *, methods: frozenset[str] = frozenset({"POST"})) -> Callable[[Any], Any]:
    """Answers 429 to who knocks too often. Goes above the door."""

    def decorate(view: Any) -> Any:
        @functools.wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method in methods and is_over(name, request):
                return too_many(request)
            answer: HttpResponse = view(request, *args, **kwargs)
            return answer

        return inner

    return decorate


def is_over(name: str, request: HttpRequest) -> bool:
    """Count this try for the network and for the account; True when either had too many."""
    limit = LIMITS[name]
    tries = [(address(request), limit.per_address)]
    tries += [(f"account {account}", limit.per_account) for account in sorted(_accounts(name, request))]
    counts = [(_count(name, who, limit.span), allowed) for who, allowed in tries]
    return any(count > allowed for count, allowed in counts)


def address(request: HttpRequest) -> str:
    """The network address; behind a proxy the one that our own proxy saw."""
    seen = "" if settings.EMBEDDED else request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return seen or request.META.get("REMOTE_ADDR", "")


def _accounts(name: str, request: HttpRequest) -> set[str]:
    """Whose accounts are knocked at: half signed in (password done, factor open), signed in, or by a typed name.

    A typed name counts at sign-in only: at the second step it would choose its own counter. In capitals, as the
    database compares names: an `ı` knocks at the same account as an `i`.
    """
    typed = request.POST.get("login", "").strip().upper().casefold() if name == "sign_in" else ""
    half = request.session.get("account_login", {}).get("user_pk")
    return {typed, str(half or ""), str(request.user.pk or "")} - {""}


def _count(name: str, who: str, span: timedelta) -> int:
    now = timezone.now()
    window = int(now.timestamp() // span.total_seconds())
    key = _key(f"{name}|{who}|{window}")
    with outside() as alias:
        rows = RateLimit.objects.using(alias)
        made = not rows.filter(pk=key).exists()
        if made:
            rows.filter(expires_at__lt=now).delete()
            rows.bulk_create([RateLimit(key=key, expires_at=now + span)], ignore_conflicts=True)
        rows.filter(pk=key).update(count=F("count") + 1)
        return rows.values_list("count", flat=True).get(pk=key)


def _key(words: str) -> bytes:
    """An HMAC with a key of the day: nobody can try out all addresses against it later without our secret."""
    today = timezone.now().date().isoformat()
    daily = hmac.digest(settings.SECRET_KEY.encode(), f"ecosystem.limits {today}".encode(), hashlib.sha256)
    return hmac.digest(daily, words.encode(), hashlib.sha256)
