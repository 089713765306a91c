"""What the words find, as far as the member may see it."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.scope import require_coalition
from ecosystem.threads.kinds import KINDS, Target, Words, targets
from ecosystem.threads.models import SearchDocument
from ecosystem.threads.search.sql import ASK

SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Found:
    """The finds of one kind, best first."""

    kind: str
    label: Words
    targets: list[Target]


def found_ids(typed: str, kinds: list[str], *, limit: int) -> list[UUID]:
    """Ids of search documents, best first: titles before what stands in the text."""
    with connection.cursor() as cursor:
        cursor.execute(ASK, [require_coalition(), typed, kinds, limit])
        return list(cursor.fetchone()[0])


def finds(typed: str, membership: Membership, *, limit: int = 40) -> list[Target]:
    """Records by word in either language, best first. The last word may be unfinished."""
    if len(typed.strip()) < SHORTEST:
        return []
    ids = found_ids(typed, list(KINDS), limit=limit)
    documents = (
        {row.pk: row for row in SearchDocument.objects.filter(pk__in=ids).only("kind", "record_id")} if ids else {}
    )
    pairs = [(documents[each].kind, documents[each].record_id) for each in ids if each in documents]
    seen = targets(pairs, membership)
    return [seen[pair] for pair in pairs if pair in seen]


def by_kind(found: list[Target]) -> list[Found]:
    """The same, a list for each kind, in the order of the best find."""
    groups: dict[str, list[Target]] = {}
    for target in found:
        groups.setdefault(target.kind, []).append(target)
    return [Found(key, KINDS[key].plural or KINDS[key].label, rows) for key, rows in groups.items()]
