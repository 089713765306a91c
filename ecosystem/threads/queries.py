"""Where threads lead."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from ecosystem.accounts.models import Membership
from ecosystem.threads.kinds import Target, targets
from ecosystem.threads.models import ThreadLink


@dataclass(slots=True)
class Ties:
    """What led to a record, and what it led to."""

    came_from: list[Target] = field(default_factory=list)
    led_to: list[Target] = field(default_factory=list)


def ties(kind: str, records: Iterable[Any], membership: Membership) -> dict[UUID, Ties]:
    """The ties of many records at once: one query, and one for each kind at the other ends."""
    ids = [record.pk for record in records]
    links = list(ThreadLink.objects.touching(kind, ids).order_by("created_at", "id")) if ids else []
    pairs = {(link.source_kind, link.source_id) for link in links} | {
        (link.target_kind, link.target_id) for link in links
    }
    seen = targets(pairs, membership)
    found = {record_id: Ties() for record_id in ids}
    for link in links:
        source, target = seen.get((link.source_kind, link.source_id)), seen.get((link.target_kind, link.target_id))
        if link.source_kind == kind and link.source_id in found and target:
            found[link.source_id].led_to.append(target)
        if link.target_kind == kind and link.target_id in found and source:
            found[link.target_id].came_from.append(source)
    return found
