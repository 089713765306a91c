"""Erasing what is private to a person in one coalition: rows that are theirs alone, and the key to their words."""

from collections.abc import Callable
from typing import Any

from django.db import models, transaction

from ecosystem.privacy.vault import Owner, destroy
from ecosystem.tenancy.registry import COALITION_TABLES

Eraser = Callable[[Any], int]
ERASERS: dict[str, Eraser] = {}


def register_eraser(name: str, eraser: Eraser) -> None:
    """For what is not simply a row with a personal field and a `membership`. Returns how many rows went."""
    ERASERS[name] = eraser


@transaction.atomic
def erase_person(membership: Any) -> int:
    """Destroy what is private to this person here. Returns how many rows went.

    The person's key goes first: what it sealed cannot be read any more, in no copy that lacks the master key. What they
    did for the coalition (a need they wrote down) stays, without their private lines.
    """
    destroy(Owner.member(membership.pk))
    gone = sum(model._default_manager.filter(membership_id=membership.pk).delete()[0] for model in private_models())
    return gone + sum(eraser(membership) for eraser in ERASERS.values())


def private_models() -> list[type[models.Model]]:
    """Tables whose rows are one person's alone: they name a `membership`, and cannot be brought back."""
    return [
        model
        for model in COALITION_TABLES.values()
        if not hasattr(model, "pgh_tracked_model")
        and not getattr(model, "is_tracked", False)
        and any(field.name == "membership" for field in model._meta.local_concrete_fields)
    ]
