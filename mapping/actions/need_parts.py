"""What hangs on a need: evidence, what filling it takes, and what answers it."""

import datetime as dt

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.keeping.versions import overwrite
from mapping.models import Coverage, Evidence, EvidenceKind, Need, NeedMatch, Resource, Take


@transaction.atomic
def add_evidence(
    need: Need,
    *,
    by: Actor,
    text: str,
    kind: str = EvidenceKind.QUOTE,
    language: str = "en",
    count: int | None = None,
    heard_on: dt.date | None = None,
    source: str = "",
) -> Evidence:
    """Write down why we think that the need is real. There is no place for who said it."""
    return Evidence.objects.create(
        need=need, kind=kind, text=text, language=language, count=count, heard_on=heard_on, source=source
    )


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: Actor) -> None:
    evidence.delete()


@transaction.atomic
def add_take(
    need: Need,
    *,
    by: Actor,
    kind: str,
    text: str,
    phase: int = 1,
    when: str = "",
    amount_cents: int | None = None,
) -> Take:
    """Say one thing that filling the need would take."""
    return Take.objects.create(need=need, kind=kind, text=text, phase=phase, when=when, amount_cents=amount_cents)


@transaction.atomic
def remove_take(take: Take, *, by: Actor) -> None:
    take.delete()


@transaction.atomic
def link_resource(
    need: Need, *, resource: Resource, by: Actor, coverage: str = Coverage.PARTLY, note: str = ""
) -> NeedMatch:
    """Say that a resource answers the need, as a whole or partly. Saying it again changes how far."""
    values = {"coverage": coverage, "note": note}
    match, is_new = NeedMatch.objects.get_or_create(need=need, resource=resource, defaults=values)
    if not is_new:
        overwrite(match, values)
    return match


@transaction.atomic
def unlink_resource(match: NeedMatch, *, by: Actor) -> None:
    match.delete()
