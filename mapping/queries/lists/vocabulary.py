"""The coalition's own words that lists filter by and rows name: areas, places, people, questions, saved views."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, JSONField, Q, QuerySet, TextField, UUIDField, Value, When
from django.db.models.functions import Cast

from ecosystem.accounts.models import Membership
from ecosystem.content.text import shown
from mapping.models import Area, Neighborhood, Population, Question, SavedView

NOTHING = Cast(Value(None), UUIDField())
NO_JSON = Value([], output_field=JSONField())


@dataclass(frozen=True)
class View:
    """Filters that somebody keeps."""

    id: UUID
    name: str
    query: str
    is_own: bool


@dataclass(frozen=True)
class Vocabulary:
    """Read in one statement, so that a list's number of queries stays small."""

    areas: dict[UUID, str] = field(default_factory=dict)
    retired: frozenset[UUID] = frozenset()
    places: dict[UUID, str] = field(default_factory=dict)
    parents: dict[UUID, UUID | None] = field(default_factory=dict)
    people: dict[UUID, str] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    views: tuple[View, ...] = ()

    def above(self, place: UUID) -> set[UUID]:
        """A neighborhood and all it lies in."""
        found: set[UUID] = set()
        step: UUID | None = place
        while step and step not in found:
            found.add(step)
            step = self.parents.get(step)
        return found

    def within(self, place: UUID) -> set[UUID]:
        """A neighborhood and all that lies in it."""
        return {other for other in self.parents if place in self.above(other)}


def vocabulary(noun: str, *, membership: Membership | None = None) -> Vocabulary:
    """All words for the list of this noun (organization, resource, need), in one statement."""
    parts = [_areas(), _places(), _people(), _questions(noun)]
    if membership:
        parts.append(_views(noun, membership))
    rows: dict[str, list[dict[str, Any]]] = {}
    for row in parts[0].union(*parts[1:], all=True):
        rows.setdefault(row["its_what"], []).append(row)
    for found in rows.values():
        found.sort(key=lambda row: (row["its_place"], row["its_words"], str(row["id"])))
    return _read(rows, membership)


def _columns(queryset: "QuerySet[Any]", what: str, **columns: Any) -> "QuerySet[Any, dict[str, Any]]":
    """The same seven columns of every table, so that they can be read together."""
    given = {
        "its_words": Value(""),
        "its_more": Value(""),
        "its_text": NO_JSON,
        "its_options": NO_JSON,
        "its_up": NOTHING,
        "its_place": Value(0),
    }
    given |= columns
    typed = {name: Cast(given[name], TextField()) for name in ("its_words", "its_more")}
    return queryset.order_by().values("id", its_what=Value(what, CharField()), **{**given, **typed})


def _areas() -> Any:
    is_retired = Case(When(retired_at=None, then=Value("")), default=Value("retired"))
    return _columns(
        Area.objects.all(),
        "area",
        its_words=F("name_key"),
        its_more=is_retired,
        its_text=F("name"),
        its_place=F("position"),
    )


def _places() -> Any:
    return _columns(
        Neighborhood.objects.all(), "place", its_words=F("name_key"), its_more=F("name"), its_up=F("parent_id")
    )


def _people() -> Any:
    return _columns(Population.objects.all(), "people", its_words=F("name_key"), its_text=F("name"))


def _questions(noun: str) -> Any:
    asked = Question.objects.filter(subject=noun, retired_at=None)
    return _columns(
        asked,
        "question",
        its_words=F("key"),
        its_more=F("kind"),
        its_text=F("text"),
        its_options=F("options"),
        its_place=F("position"),
    )


def _views(noun: str, membership: Membership) -> Any:
    seen = SavedView.objects.filter(Q(membership=membership) | Q(is_shared=True), page=noun)
    return _columns(seen, "view", its_words=F("name"), its_more=F("query"), its_up=F("membership_id"))


def _read(rows: dict[str, list[dict[str, Any]]], membership: Membership | None) -> Vocabulary:
    areas, places = rows.get("area", []), rows.get("place", [])
    mine = membership.pk if membership else None
    return Vocabulary(
        areas=_named(areas),
        retired=frozenset(row["id"] for row in areas if row["its_more"]),
        places={row["id"]: row["its_more"] for row in places},
        parents={row["id"]: row["its_up"] for row in places},
        people=_named(rows.get("people", [])),
        questions=tuple(
            Question(
                pk=row["id"],
                key=row["its_words"],
                kind=row["its_more"],
                text=row["its_text"],
                options=row["its_options"],
            )
            for row in rows.get("question", [])
        ),
        views=tuple(
            View(row["id"], row["its_words"], row["its_more"], row["its_up"] == mine) for row in rows.get("view", [])
        ),
    )


def _named(rows: Iterable[dict[str, Any]]) -> dict[UUID, str]:
    return {row["id"]: shown(row["its_text"]).words for row in rows}
