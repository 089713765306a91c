"""Saying yes, and taking it back."""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from ecosystem.consent.models import Consent
from ecosystem.threads.kinds import Pair, kind_named


@transaction.atomic
def give_consent(record: Pair, purpose: str, *, given_by: str, how: str, given_on: dt.date, by: Actor) -> Consent:
    """Note that somebody with the right to say so said yes. A yes that stands already is kept as it is.

    Raises:
        LookupError: nobody registered the record's kind.
    """
    kind_named(record[0])
    consent, _ = Consent.objects.given().get_or_create(
        kind=record[0],
        record_id=record[1],
        purpose=purpose,
        defaults={"given_by": given_by, "how": how, "given_on": given_on},
    )
    return consent


@transaction.atomic
def withdraw_consent(consent: Consent, *, by: Actor) -> None:
    """Take a yes back, from today on. Twice is fine: the first day counts."""
    Consent.objects.given().filter(pk=consent.pk).update(withdrawn_on=max(timezone.localdate(), consent.given_on))
