"""Tying records together and apart."""

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.threads.kinds import Pair, kind_named
from ecosystem.threads.models import ThreadLink


@transaction.atomic
def tie(source: Pair, target: Pair, *, by: Actor) -> ThreadLink:
    """Say that one record led to another. Saying it twice is saying it once.

    Raises:
        LookupError: nobody registered one of the kinds.
    """
    for key, _ in (source, target):
        kind_named(key)
    link, _ = ThreadLink.objects.get_or_create(
        source_kind=source[0], source_id=source[1], target_kind=target[0], target_id=target[1]
    )
    return link


@transaction.atomic
def untie(source: Pair, target: Pair, *, by: Actor) -> None:
    """Take the tie away. None there is fine."""
    ThreadLink.objects.filter(
        source_kind=source[0], source_id=source[1], target_kind=target[0], target_id=target[1]
    ).delete()
