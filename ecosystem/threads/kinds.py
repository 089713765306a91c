"""The registry of kinds: what a record is called, where its page is, and who may see it. Apps fill it in ready()."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Model, QuerySet
from django.utils.functional import Promise

from ecosystem.accounts.models import Membership

Words = str | Promise
Pair = tuple[str, UUID]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record.

    `url` gets the record and the coalition's slug (so that a list of a hundred asks nothing). `visible_to` is the one
    queryset that says who may see which.
    """

    key: str
    model_label: str
    label: Words
    url: Callable[[Any, str], str]
    visible_to: Callable[[QuerySet[Any], Membership], QuerySet[Any]]
    plural: Words = ""

    @property
    def model(self) -> type[Model]:
        return apps.get_model(self.model_label)

    def seen_by(self, membership: Membership) -> QuerySet[Any]:
        return self.visible_to(self.model._default_manager.all(), membership)


@dataclass(frozen=True, slots=True)
class Target:
    """A record as others show it."""

    kind: str
    id: UUID
    label: Words
    title: str
    url: str


KINDS: dict[str, Kind] = {}


def register_kind(kind: Kind) -> None:
    """Make a kind known. The same key again replaces it (tests, reloads)."""
    KINDS[kind.key] = kind


def kind_named(key: str) -> Kind:
    """The kind with this key.

    Raises:
        LookupError: no app registered it.
    """
    if key not in KINDS:
        raise LookupError(f"No app registered the kind “{key}”.")
    return KINDS[key]


def kind_of(record: Model) -> Kind | None:
    """The kind that a record is of, if its app registered one."""
    label = record._meta.label
    return next((kind for kind in KINDS.values() if kind.model_label == label), None)


def targets(pairs: Iterable[Pair], membership: Membership) -> dict[Pair, Target]:
    """What these pairs lead to, as far as this member may see it. One query a kind, however many pairs."""
    wanted: dict[str, set[UUID]] = {}
    for key, record_id in pairs:
        wanted.setdefault(key, set()).add(record_id)
    slug = membership.coalition.slug
    return {
        (key, record.pk): Target(key, record.pk, kind.label, str(record), kind.url(record, slug))
        for key, ids in wanted.items()
        if (kind := KINDS.get(key))
        for record in kind.seen_by(membership).filter(pk__in=ids)
    }
