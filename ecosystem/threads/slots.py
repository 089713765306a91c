"""Slots: a page offers a named place, other apps fill it. Always for many records at once, never one by one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.safestring import SafeString, mark_safe

from ecosystem.accounts.models import Membership
from ecosystem.threads.kinds import Words

Provider = Callable[[Sequence[Any], Membership], Mapping[UUID, SafeString]]


@dataclass(frozen=True, slots=True)
class SlotFilter:
    """A filter that a filling app offers to the list that has the slot."""

    key: str
    label: Words
    choices: Sequence[tuple[str, Words]]
    apply: Callable[[QuerySet[Any], str, Membership], QuerySet[Any]]


PROVIDERS: dict[str, list[Provider]] = {}
FILTERS: dict[str, dict[str, SlotFilter]] = {}


def register_slot(name: str, provider: Provider) -> None:
    """Fill a slot. Several providers stand below each other, in the order in which apps are loaded."""
    filled = PROVIDERS.setdefault(name, [])
    if provider not in filled:
        filled.append(provider)


def register_slot_filter(name: str, offered: SlotFilter) -> None:
    """Offer a filter to the lists that have this slot."""
    FILTERS.setdefault(name, {})[offered.key] = offered


def slot_filters(name: str) -> list[SlotFilter]:
    return list(FILTERS.get(name, {}).values())


def filled_slot(name: str, records: Sequence[Any], membership: Membership) -> dict[UUID, SafeString]:
    """What the providers say of each record; an empty string where nobody has anything to say."""
    rows = list(records)
    answers = [provider(rows, membership) for provider in PROVIDERS.get(name, [])] if rows else []
    return {row.pk: _joined(answer.get(row.pk) for answer in answers) for row in rows}


def _joined(parts: Any) -> SafeString:
    words = [part for part in parts if part]
    if any(not isinstance(part, SafeString) for part in words):
        raise TypeError("A slot's provider answers with SafeString: render a template or use format_html.")
    return mark_safe("".join(words))  # noqa: S308 (each part is a SafeString)
