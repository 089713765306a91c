"""Needs: state, change, close, remove."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from ecosystem.imports.folding import folded
from mapping.actions.keeping.versions import locked, overwrite
from mapping.models import Area, Need

KEY_LENGTH = 200
EDITABLE = (
    "area", "summary", "detail", "language", "neighborhood", "population", "for_language", "moment", "urgency",
    "people_count", "review_on", "source", "area_id", "neighborhood_id", "population_id",
)  # fmt: skip


@transaction.atomic
def add_need(*, by: Actor, area: Area, summary: str, **values: Any) -> Need:
    """State a need. All but what it is and its area can follow later."""
    known = {name: values[name] for name in EDITABLE if name in values}
    return Need.objects.create(area=area, summary=summary, summary_key=need_key(summary), **known)


@transaction.atomic
def edit_need(need: Need, *, by: Actor, version: int | None = None, **values: Any) -> Need:
    """Change what is said of a need; only what is given.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(need, version=version)
    known = {name: values[name] for name in EDITABLE if name in values}
    if "summary" in known:
        known["summary_key"] = need_key(known["summary"])
    overwrite(now, known)
    return now


@transaction.atomic
def close_need(need: Need, *, reason: str, by: Actor) -> None:
    """Close a need. Closing it twice keeps the first date."""
    now = locked(need)
    if now.closed_at is None:
        overwrite(now, {"closed_at": timezone.now(), "closed_reason": reason})


@transaction.atomic
def reopen_need(need: Need, *, by: Actor) -> None:
    overwrite(locked(need), {"closed_at": None, "closed_reason": ""})


@transaction.atomic
def remove_need(need: Need, *, by: Actor) -> None:
    """Take a need away with all that hangs on it; `restore_removed` brings it back for a month."""
    locked(need).delete()


def need_key(summary: str) -> str:
    """What a need is sorted by."""
    return folded(summary)[:KEY_LENGTH]
