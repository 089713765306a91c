"""The coalition's named areas: begin, add, reword, order, retire."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from mapping.actions.arranging.ordering import last_position, put_at
from mapping.actions.keeping.versions import locked, overwrite
from mapping.models import Area, Tone
from mapping.words.names import text_key
from mapping.words.starters import AREAS


@transaction.atomic
def add_area(*, by: Actor, name: dict[str, str], tone: str = Tone.ACCENT) -> Area:
    """Put a new area at the end of the sheet."""
    return Area.objects.create(
        name=name, name_key=text_key(name), tone=tone, position=last_position(Area.objects.all()) + 1
    )


@transaction.atomic
def add_starter_areas(*, by: Actor, keys: Iterable[str]) -> list[Area]:
    """Begin with some of the starters, in the starters' order. Those already here are left as they are."""
    chosen, here = set(keys), set(Area.objects.values_list("name_key", flat=True))
    position = last_position(Area.objects.all()) + 1
    wanted = [starter for starter in AREAS if starter.key in chosen and text_key(starter.name) not in here]
    return Area.objects.bulk_create(
        Area(name=starter.name, name_key=text_key(starter.name), tone=starter.tone, position=position + place)
        for place, starter in enumerate(wanted)
    )


@transaction.atomic
def edit_area(area: Area, *, by: Actor, name: dict[str, str], tone: str, version: int | None = None) -> Area:
    """Reword an area or give it another color.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(area, version=version)
    overwrite(now, {"name": name, "name_key": text_key(name), "tone": tone})
    return now


@transaction.atomic
def move_area(area: Area, *, to: int, by: Actor) -> None:
    """Put an area at this place of the sheet, counted from 0."""
    put_at(area, list(Area.objects.in_use()), to)


@transaction.atomic
def retire_area(area: Area, *, by: Actor) -> None:
    """Take an area off the sheet. What lies in it stays, and shows again when the area comes back."""
    overwrite(locked(area), {"retired_at": area.retired_at or timezone.now()})


@transaction.atomic
def bring_back_area(area: Area, *, by: Actor) -> None:
    """Put a retired area back, at the end."""
    now = locked(area)
    overwrite(now, {"retired_at": None, "position": last_position(Area.objects.in_use().exclude(pk=now.pk)) + 1})
