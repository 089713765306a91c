"""The latest of a record's story, for its page: as a slot (`<kind>.history`) or a tag."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ecosystem.accounts.models import Membership
from ecosystem.threads.happened import SHORT, past_of, who
from ecosystem.threads.kinds import kind_of


def latest(record: Any, membership: Membership) -> SafeString:
    """The last five entries, with a link to all. Whoever shows it has shown the record already."""
    past, kind, slug = past_of(record, limit=SHORT, counted=True), kind_of(record), membership.coalition.slug
    context = {
        "past": past,
        "told": [(entry, who(entry, past.names)) for entry in past.entries],
        "time_zone": membership.coalition.time_zone,
        "page_url": reverse("history:record", args=[slug, kind.key, record.pk]) if kind else "",
        "bring_back_url": "",
    }
    return mark_safe(render_to_string("history/latest.html", context))  # noqa: S308 (rendered by Django, which escapes)


def latest_of_each(records: Sequence[Any], membership: Membership) -> dict[UUID, SafeString]:
    """For a slot. Pages of one record only: a list does not tell stories."""
    return {record.pk: latest(record, membership) for record in records[:1]}
