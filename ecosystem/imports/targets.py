"""What a spreadsheet can be: the low registry in which apps say which columns they take and where values go."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.utils.functional import Promise
from import_export import fields, widgets

from ecosystem.imports.columns import Field
from ecosystem.imports.names import Profile
from ecosystem.imports.values import Choices, Settings, clean_cell

Words = str | Promise
RAW = frozenset({"latitude", "longitude", "address", "key"})


class CellWidget(widgets.Widget):  # type: ignore[misc] # the package has no types
    """django-import-export's door into our cleaners: a cell's text to a value, or a sentence that says what is wrong."""

    def __init__(self, kind: str, settings: Settings | None = None) -> None:
        super().__init__()
        self.kind, self.settings = "line" if kind in RAW else kind, settings or Settings()

    def clean(self, value: Any, row: Any = None, **kwargs: Any) -> Any:
        cleaned, problem = clean_cell(self.kind, str(value or ""), self.settings)
        if problem and not problem.is_warning:
            raise ValueError(str(problem))
        return cleaned


class CellField(fields.Field):  # type: ignore[misc] # the package has no types
    """A column of a spreadsheet, described once: names in both languages, kind, where it shows, who sees it."""

    def __init__(
        self,
        label: Words,
        names: Iterable[str],
        *,
        kind: str = "text",
        part: Words = "",
        many: bool = False,
        limit: int = 0,
        private: Words = "",
        makes_new: str = "",
    ) -> None:
        super().__init__(attribute=None, widget=CellWidget(kind))
        self.label, self.names, self.kind, self.part = label, tuple(names), kind, part
        self.many, self.limit, self.private, self.makes_new = many, limit, private, makes_new
        self.key = ""

    def matchable(self) -> Field:
        return Field(self.key, self.names, self.kind, many=self.many)


@dataclass(frozen=True)
class Table:
    """Where a part of a row goes. `key` names it in what a row writes.

    A main table has one row, whose id the staged row holds under the same `key`; others have `match`, which says when
    two children are the same, and with `replaces` what is not named any more goes. `parents`: column → key of a main
    table. `lookups` turn a name's key into an id: column → (model, the column that holds the key).
    """

    key: str
    model: type[models.Model]
    columns: tuple[str, ...]
    parents: dict[str, str] = field(default_factory=dict)
    match: tuple[str, ...] = ()
    replaces: bool = False
    lookups: dict[str, tuple[type[models.Model], str]] = field(default_factory=dict)

    @property
    def is_main(self) -> bool:
        return not self.match

    @property
    def name(self) -> str:
        return self.model._meta.db_table


@dataclass(slots=True)
class Known:
    """A record of the map, as far as we compare it. `links` are the main rows it hangs on: name → (key, id)."""

    id: UUID
    key: str
    label: str
    profile: Profile | None = None
    part: str = ""
    links: dict[str, tuple[str, UUID]] = field(default_factory=dict)
    since: Any = None


@dataclass(slots=True)
class Draft:
    """A row after cleaning: what it says, what is wrong, and how it is compared.

    `links` names the other main rows it hangs on, by their keys. A `bare` row is nothing but its first link.
    """

    values: dict[str, Any]
    problems: dict[str, Any]
    label: str = ""
    key: str = ""
    own_id: str = ""
    part: str = ""
    profile: Profile | None = None
    links: dict[str, str] = field(default_factory=dict)
    bare: bool = False

    @property
    def is_wrong(self) -> bool:
        return any(not problem["warning"] for problem in self.problems.values())


class Target:
    """One kind of import. Subclasses live with their app; `register` makes them known."""

    key: ClassVar[str] = ""
    label: ClassVar[Words] = ""
    hint: ClassVar[Words] = ""
    record: ClassVar[str] = ""  # the key of the main table whose row a staged row stands for
    strict: ClassVar[dict[str, int]] = {}  # fields that want a surer header than others
    worded: ClassVar[frozenset[str]] = frozenset()  # fields in which numbers alone say nothing

    def fields(self) -> dict[str, CellField]:
        """In the coalition that is in scope: its own questions are columns too."""
        raise NotImplementedError

    def tables(self) -> Sequence[Table]:
        """Parents before children."""
        raise NotImplementedError

    def choices(self, field: CellField) -> Choices | None:
        """The list that a column's words must be on."""
        return None

    def name_fields(self) -> tuple[str, ...]:
        """One of these has to have a column, and a value in each row."""
        return ("name",)

    def assemble(self, cells: dict[str, Any], problems: dict[str, Any]) -> Draft:
        """Cleaned cells of one row to what the row says."""
        raise NotImplementedError

    def known(self) -> Iterator[Known]:
        """Every record of the map that a row could be."""
        return iter(())

    def current(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        """The same values as `assemble` gives, of records that are on the map."""
        return {}

    def linked(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
        """Of these records those that exist, each with the ids of the main rows it hangs on."""
        return {}

    def remembered(self, key: str, before: dict[str, Any]) -> Any:
        """What staging keeps of a value that the map has: itself, unless it must not lie about in clear."""
        return before.get(key)

    def is_equal(self, key: str, before: Any, after: Any) -> bool:
        return bool(before == after)

    def joined(self, key: str, before: Any, after: Any) -> Any:
        """Both, where a person says so."""
        if isinstance(before, list) and isinstance(after, list):
            return before + [value for value in after if value not in before]
        return f"{before}\n{after}" if isinstance(before, str) and isinstance(after, str) else after

    def writes(self, values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
        """Values by field to rows by table. With `current` they change a record that says that now; a part that it did
        not have before gets an id in `ids`."""
        raise NotImplementedError

    def shown(self, key: str, value: Any) -> str:
        """A value in words."""
        return str(value)

    def shower(self) -> Callable[[str, Any], str]:
        """The same for a whole page, with the coalition's own lists read once."""
        return self.shown

    def makes(self, created: dict[str, dict[str, str]]) -> None:
        """Add what rows name and the coalition does not have yet (areas, neighborhoods), inside the merge."""


_targets: dict[str, Target] = {}


def register(target: Target) -> None:
    _targets[target.key] = target


def target(key: str) -> Target:
    return _targets[key]


def all_targets() -> list[Target]:
    return list(_targets.values())
