"""What a list is filtered, searched and sorted by: read from an address, said as chips, written back as an address.

List, print, export and bulk edit share one Sieve, so that they show the same rows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Model, QuerySet
from django.http import QueryDict
from django.utils.functional import Promise

from ecosystem.imports.folding import folded
from mapping.queries.lists.vocabulary import Vocabulary

Words = str | Promise
Rows = QuerySet[Any]
MOST_WORDS = 100


@dataclass(frozen=True)
class Filter:
    """One question that a list can be narrowed by. Several values of one filter are alternatives."""

    key: str
    label: Words
    choices: Sequence[tuple[str, Words]]
    narrow: Callable[[Rows, list[str]], Rows]
    group: str = ""

    def words(self, value: str) -> str:
        return next((str(label) for known, label in self.choices if known == value), value)


@dataclass(frozen=True)
class Sort:
    """An order that ends with the id, so that pages never overlap. Names with a minus run backwards."""

    key: str
    label: Words
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """What one noun's list is made of."""

    noun: str
    model: type[Model]
    base: Callable[[], Rows]
    find: Callable[[Rows, str], Rows]
    filters: Callable[[Vocabulary], list[Filter]]
    sorts: tuple[Sort, ...]


@dataclass(frozen=True)
class Chip:
    """A chosen filter, and the address without it."""

    label: str
    words: str
    query: str


@dataclass(frozen=True)
class Sieve:
    """A listing with what was chosen."""

    listing: Listing
    vocabulary: Vocabulary
    filters: tuple[Filter, ...]
    chosen: dict[str, list[str]] = field(default_factory=dict)
    words: str = ""
    sort: Sort = field(default=Sort("", "", ()))

    def rows(self) -> Rows:
        """Every row that passes, in order."""
        rows = self.listing.base()
        for one in self.filters:
            if values := self.chosen.get(one.key):
                rows = one.narrow(rows, values)
        if self.words and (key := folded(self.words)):
            rows = self.listing.find(rows, key)
        return rows.order_by(*self.sort.fields)

    @property
    def is_empty(self) -> bool:
        """Nothing chosen: an empty list then means that nothing is here yet."""
        return not (self.chosen or self.words)

    @property
    def query(self) -> str:
        """What was chosen as an address's query, without the page."""
        return urlencode(self._pairs())

    def _pairs(self, without: tuple[str, str] = ("", "")) -> list[tuple[str, str]]:
        pairs = [(key, value) for key, values in self.chosen.items() for value in values if (key, value) != without]
        if self.words and without[0] != "q":
            pairs.append(("q", self.words))
        if self.sort != self.listing.sorts[0]:
            pairs.append(("sort", self.sort.key))
        return pairs

    def chips(self) -> list[Chip]:
        found = [
            Chip(str(one.label), one.words(value), urlencode(self._pairs((one.key, value))))
            for one in self.filters
            for value in self.chosen.get(one.key, [])
        ]
        words = [Chip("", f"“{self.words}”", urlencode(self._pairs(("q", self.words))))] if self.words else []
        return words + found


def sieve_of(listing: Listing, params: QueryDict, known: Vocabulary, also: Sequence[Filter] = ()) -> Sieve:
    """What an address asks for. What a list does not know is left out, not guessed."""
    filters = (*listing.filters(known), *also)
    chosen: dict[str, list[str]] = {}
    for one in filters:
        values = {value for value, _label in one.choices}
        if found := [value for value in dict.fromkeys(params.getlist(one.key)) if value in values]:
            chosen[one.key] = found
    sort = next((sort for sort in listing.sorts if sort.key == params.get("sort")), listing.sorts[0])
    words = " ".join(params.get("q", "").replace("\0", "").split())[:MOST_WORDS]
    return Sieve(listing, known, filters, chosen, words, sort)


def ids(values: Sequence[str]) -> list[UUID]:
    return [UUID(value) for value in values]


def options(names: dict[UUID, str]) -> list[tuple[str, str]]:
    return [(str(key), name) for key, name in names.items()]
