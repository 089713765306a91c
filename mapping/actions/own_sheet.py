"""A person's own sheet, and what becomes of it in ours.

The words of a chip are encrypted with the person's key and leave no history. Merging keeps who-named-it as a count
only: its writes are made under an actor called "merge" and no person, so that no event of the history says who named
what. (The decision and its limits: docs/decisions/, "merging names nobody".)
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import F, Max

from ecosystem.accounts.actors import Actor, Operator
from ecosystem.accounts.models import Membership
from ecosystem.privacy.vault import Owner, encrypt
from ecosystem.tenancy.models import uuid7
from ecosystem.tenancy.scope import narrowed
from mapping.actions.sheet import offer_of, place_resource, put_existing, put_needed
from mapping.models import Area, Need, Organization, OwnChip, Resource, Side
from mapping.queries.sheets.own import bound_to, opened

MERGE: Final = "merge"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided about one of their chips: the same as something of ours, or new. Others stay theirs."""

    same_as: Resource | Organization | Need | None = None


@dataclass(frozen=True, slots=True)
class Merged:
    """How many chips went into ours, and how many of them were new there."""

    count: int
    new_count: int


@transaction.atomic
def add_own_chip(*, area: Area, side: str, words: str, by: Membership) -> OwnChip:
    mine = OwnChip.objects.of(by).filter(area=area, side=side)
    last = mine.aggregate(last=Max("position"))["last"]
    chip = OwnChip(id=uuid7(), membership=by, area=area, side=side, position=(last or 0) + 1)
    chip.private = _sealed(chip, words)
    chip.save(force_insert=True)
    return chip


@transaction.atomic
def edit_own_chip(chip: OwnChip, *, words: str, by: Membership) -> None:
    chip.private = _sealed(chip, words)
    chip.save(update_fields=["private"])


@transaction.atomic
def move_own_chip(chip: OwnChip, *, area: Area, side: str, by: Membership) -> None:
    chip.area, chip.side = area, side
    chip.save(update_fields=["area", "side"])


@transaction.atomic
def delete_own_chip(chip: OwnChip, *, by: Membership) -> None:
    """Gone: a chip has no history and no undo."""
    chip.delete()


@transaction.atomic
def merge_own_sheet(choices: Mapping[UUID, Choice], *, by: Membership) -> Merged:
    """Take the chosen chips off the person's sheet and into ours. Who named what is not kept; that it was named is.

    What one person names in several chips counts once.
    """
    chips = OwnChip.objects.of(by).filter(pk__in=list(choices)).select_related("area").order_by("position", "pk")
    words = opened(by, chips)
    counted: set[UUID] = set()
    with narrowed(actor=MERGE, user_id=None):
        made = [_merge(chip, words[chip.pk], choices[chip.pk], counted) for chip in chips]
    OwnChip.objects.of(by).filter(pk__in=[chip.pk for chip in chips]).delete()
    return Merged(len(made), sum(made))


def _merge(chip: OwnChip, words: str, choice: Choice, counted: set[UUID]) -> bool:
    """Whether it was new in ours."""
    nobody: Actor = Operator(MERGE)
    if chip.side == Side.NEEDED:
        need = (
            choice.same_as if isinstance(choice.same_as, Need) else put_needed(area=chip.area, words=words, by=nobody)
        )
        _count(need, counted)
    else:
        found = choice.same_as if isinstance(choice.same_as, Resource) else None
        if isinstance(choice.same_as, Organization):
            found = offer_of(choice.same_as, words=choice.same_as.name, by=nobody)
        found = found or put_existing(area=chip.area, words=words, by=nobody)
        place_resource(found, area=chip.area, by=nobody)
        _count(found.organization, counted)
    return choice.same_as is None


def _count(named: Organization | Need, counted: set[UUID]) -> None:
    if named.pk not in counted:
        counted.add(named.pk)
        type(named).objects.filter(pk=named.pk).update(named_count=F("named_count") + 1)


def _sealed(chip: OwnChip, words: str) -> bytes:
    return encrypt(json.dumps({"words": words}), owner=Owner.member(chip.membership_id), bound_to=bound_to(chip.pk))
