"""Who said yes to what."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from ecosystem.consent.models import Consent


def is_consented(kind: str, record_id: UUID, purpose: str) -> bool:
    return Consent.objects.given().filter(kind=kind, record_id=record_id, purpose=purpose).exists()


def consented_ids(kind: str, purpose: str) -> QuerySet[Any, UUID]:
    """Ids of the records that may be used so, for `filter(pk__in=consented_ids("organization", "guide"))`."""
    return Consent.objects.given().filter(kind=kind, purpose=purpose).values_list("record_id", flat=True)


def consents_of(kind: str, ids: Iterable[UUID]) -> dict[tuple[UUID, str], Consent]:
    """The yes that stands for each record and purpose: one query for any number."""
    found = Consent.objects.given().about(kind, list(ids))
    return {(consent.record_id, consent.purpose): consent for consent in found}
