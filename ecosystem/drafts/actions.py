"""Keeping what was typed, and letting it go."""

import logging

from django.db import OperationalError, transaction
from django.http import QueryDict

from ecosystem.accounts.models import Membership
from ecosystem.drafts.models import Draft
from ecosystem.drafts.queries import draft_for, place_of
from ecosystem.privacy.vault import Owner, encrypt
from ecosystem.tenancy.outside import outside

logger = logging.getLogger(__name__)
NEVER_KEPT = ("csrfmiddlewaretoken", "password", "passphrase", "passcode", "secret", "otp")


def keepable(typed: QueryDict) -> QueryDict:
    """The fields without tokens and secrets. Files are never among them."""
    kept = QueryDict(mutable=True)
    for name, values in typed.lists():
        if not any(word in name.lower() for word in NEVER_KEPT):
            kept.setlist(name, values)
    return kept


@transaction.atomic
def keep_draft(key: str, typed: QueryDict, *, by: Membership, using: str = "default") -> Draft:
    """Keep what was typed, in place of what was kept before. An empty form is kept too: emptying is typing."""
    kept = keepable(typed)
    version = kept.get("version", "")
    sealed = encrypt(kept.urlencode(), owner=Owner.member(by.pk), bound_to=place_of(by, key), using=using)
    seen_version = int(version) if version.isdecimal() and len(version) < 9 else None
    draft, _ = Draft.objects.using(using).update_or_create(
        membership_id=by.pk, key=key, defaults={"sealed": sealed, "seen_version": seen_version}
    )
    return draft


def keep_beside(key: str, typed: QueryDict, *, by: Membership) -> None:
    """Keep what was sent, outside of the request's transaction: should saving fail, nothing typed is lost.

    When just this was kept already (it mostly was, by itself), nothing is written.
    """
    if (kept := draft_for(by, key)) is not None and kept == keepable(typed):
        return
    try:
        with outside() as alias:
            keep_draft(key, typed, by=by, using=alias)
    except OperationalError:  # a row that this very request holds; the request itself still goes on
        logger.warning("A draft could not be kept beside the request.")


@transaction.atomic
def discard_draft(membership: Membership, key: str) -> None:
    """Let a draft go: after its form was saved, or because the person said so. None there is fine."""
    Draft.objects.filter(membership=membership, key=key).delete()


def delete_expired() -> int:
    """Every night: what nobody went on with for 30 days."""
    return Draft.objects.expired().delete()[0]
