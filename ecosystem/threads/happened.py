"""What happened to a record, with the names that this coalition knows people by."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from ecosystem.accounts.models import Membership
from ecosystem.history.queries import events_between, moment_count, moments
from ecosystem.history.telling import Entry, entries

SHORT, PAGE = 5, 25


@dataclass(frozen=True, slots=True)
class Past:
    """A stretch of a record's story; the next page begins at `older`; `count` is how many entries there are."""

    entries: list[Entry]
    names: dict[UUID, str]
    older: datetime | None
    count: int


def past_of(record: Any, *, before: datetime | None = None, limit: int = PAGE, counted: bool = False) -> Past:
    """The newest entries before a moment. A fixed number of queries."""
    model = type(record)
    at = moments(model, record.pk, before=before, limit=limit + 1)
    if not at:
        return Past([], {}, None, 0)
    shown_moments = at[:limit]
    events = events_between(model, record.pk, shown_moments[-1], shown_moments[0])
    found = entries(events, model)
    count = moment_count(model, record.pk) if counted and len(at) > limit else len(at)
    return Past(found, names_of(found), shown_moments[-1] if len(at) > limit else None, count)


def names_of(found: list[Entry]) -> dict[UUID, str]:
    """What people are called here. Who left is somebody who left."""
    users = {entry.actor_id for entry in found if entry.actor_id}
    memberships = Membership.objects.current().filter(user_id__in=users) if users else []
    return {membership.user_id: membership.called for membership in memberships}


def who(entry: Entry, names: dict[UUID, str]) -> str:
    """The actor in words."""
    if entry.actor.startswith("link:"):
        return _("Somebody with a link")
    if entry.actor_id is None:
        return _("The system, by itself") if entry.actor.startswith("operator:") else _("Whoever set this up")
    name = names.get(entry.actor_id, _("Somebody who left"))
    return _("%(name)s, by an import") % {"name": name} if entry.action.startswith("imports") else name
