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
        rows.setdefault(row["what"], []).append(row)
    for found in rows.values():
        found.sort(key=lambda row: (row["place"], row["words"], str(row["id"])))
    return _read(rows, membership)


def _columns(queryset: "QuerySet[Any]", what: str, **columns: Any) -> "QuerySet[Any, dict[str, Any]]":
    """The same seven columns of every table, so that they can be read together."""
    given = {
        "words": Value(""),
        "more": Value(""),
        "text": NO_JSON,
        "options": NO_JSON,
        "up": NOTHING,
        "place": Value(0),
    }
    given |= columns
    typed = {name: Cast(given[name], TextField()) for name in ("words", "more")}
    return queryset.order_by().values("id", what=Value(what, CharField()), **{**given, **typed})


def _areas() -> Any:
    is_retired = Case(When(retired_at=None, then=Value("")), default=Value("retired"))
    return _columns(
        Area.objects.all(), "area", words=F("name_key"), more=is_retired, text=F("name"), place=F("position")
    )


def _places() -> Any:
    return _columns(Neighborhood.objects.all(), "place", words=F("name_key"), more=F("name"), up=F("parent_id"))


def _people() -> Any:
    return _columns(Population.objects.all(), "people", words=F("name_key"), text=F("name"))


def _questions(noun: str) -> Any:
    asked = Question.objects.filter(subject=noun, retired_at=None)
    return _columns(
        asked, "question", words=F("key"), more=F("kind"), text=F("text"), options=F("options"), place=F("position")
    )


def _views(noun: str, membership: Membership) -> Any:
    seen = SavedView.objects.filter(Q(membership=membership) | Q(is_shared=True), page=noun)
    return _columns(seen, "view", words=F("name"), more=F("query"), up=F("membership_id"))


def _read(rows: dict[str, list[dict[str, Any]]], membership: Membership | None) -> Vocabulary:
    areas, places = rows.get("area", []), rows.get("place", [])
    mine = membership.pk if membership else None
    return Vocabulary(
        areas=_named(areas),
        retired=frozenset(row["id"] for row in areas if row["more"]),
        places={row["id"]: row["more"] for row in places},
        parents={row["id"]: row["up"] for row in places},
        people=_named(rows.get("people", [])),
        questions=tuple(
            Question(pk=row["id"], key=row["words"], kind=row["more"], text=row["text"], options=row["options"])
            for row in rows.get("question", [])
        ),
        views=tuple(View(row["id"], row["words"], row["more"], row["up"] == mine) for row in rows.get("view", [])),
    )


def _named(rows: Iterable[dict[str, Any]]) -> dict[UUID, str]:
    return {row["id"]: shown(row["text"]).words for row in rows}
