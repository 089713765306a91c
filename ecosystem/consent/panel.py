"""The panel on a record's page: what may be published, by whose yes. Fills the slot `<kind>.page`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ecosystem.accounts.models import Membership
from ecosystem.consent.models import Purpose
from ecosystem.consent.queries import consents_of


def panel(kind: str, purposes: list[Purpose]) -> Callable[[Sequence[Any], Membership], Mapping[UUID, SafeString]]:
    """A provider for a slot: one query for any number of records."""

    def provide(records: Sequence[Any], membership: Membership) -> dict[UUID, SafeString]:
        slug = membership.coalition.slug
        standing = consents_of(kind, [record.pk for record in records])
        return {
            record.pk: _drawn(
                [
                    {
                        "label": purpose.label,
                        "consent": standing.get((record.pk, purpose)),
                        "give_url": reverse("consent:consent_give", args=[slug, kind, record.pk, purpose]),
                    }
                    for purpose in purposes
                ]
            )
            for record in records
        }

    return provide


def _drawn(rows: list[dict[str, Any]]) -> SafeString:
    return mark_safe(render_to_string("consent/panel.html", {"rows": rows}))  # noqa: S308 (rendered by Django, which escapes)
