"""Simple targets: residents' feedback, ties between groups, and needs. One row is one record."""

# ruff: noqa: E501 (lists of words and tables, a line each)

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.imports import targets
from ecosystem.imports.folding import folded
from ecosystem.imports.targets import CellField, Draft, Known, Table, Words
from ecosystem.imports.values import Choices
from mapping.actions.organizations import name_key
from mapping.imports import lists
from mapping.models import (
    Area,
    Feedback,
    FeedbackKind,
    Moment,
    Need,
    Neighborhood,
    Organization,
    Population,
    Relation,
    RelationKind,
    Resource,
    Urgency,
)

MISSING = {"code": "missing", "params": {}, "column": -1, "text": "", "warning": False}


def field(label: Words, names: str, **options: Any) -> CellField:
    return CellField(label, [name.strip() for name in names.split("|")], **options)


def problem(code: str, text: str) -> dict[str, Any]:
    return {"code": code, "params": {"value": text[:80]}, "column": -1, "text": text[:300], "warning": False}


class OneTable(targets.Target):
    """A record is one row of one table; the names in it stand for rows that are there already."""

    own: ClassVar[dict[str, CellField]] = {}
    model: ClassVar[type[models.Model]]
    columns: ClassVar[tuple[str, ...]] = ()
    key_fields: ClassVar[tuple[str, ...]] = ()
    names_of: ClassVar[dict[str, tuple[type[models.Model], str]]] = {}  # field: where its names are looked up
    record = "record"

    def fields(self) -> dict[str, CellField]:
        for key, column in self.own.items():
            column.key = key
        return dict(self.own)

    def name_fields(self) -> tuple[str, ...]:
        return self.key_fields[:1]

    def tables(self) -> Sequence[Table]:
        lookups = {f"{name}_id": where for name, where in self.names_of.items()}
        return (Table("record", self.model, self.columns, lookups=lookups),)

    def choices(self, field: CellField) -> Choices | None:
        """Names of records that are on the map: what is not among them is wrong, with the nearest one offered."""
        if field.key in self.names_of:
            model, column = self.names_of[field.key]
            return self.listed(model, column)
        return None

    def listed(self, model: type[models.Model], column: str) -> Choices:
        rows = model._default_manager.all()
        if model in (Area, Population):
            return lists.bilingual(rows)
        return Choices({str(name): key for name, key in rows.values_list("name", column)})

    def assemble(self, cells: dict[str, Any], problems: dict[str, Any]) -> Draft:
        values = dict(cells)
        own_id = values.pop("source_key", "")
        for key in self.required():
            if not values.get(key) and key not in problems:
                problems[key] = dict(MISSING)
        self.check(values, problems)
        key = "|".join(folded(str(values.get(name, ""))) for name in self.key_fields)
        return Draft(values, problems, label=str(values.get(self.key_fields[0], ""))[:200], key=key, own_id=own_id)

    def required(self) -> tuple[str, ...]:
        return self.key_fields

    def check(self, values: dict[str, Any], problems: dict[str, Any]) -> None:
        """What is wrong between cells."""

    def rows(self) -> "models.QuerySet[Any]":
        return self.model._default_manager.order_by("id")

    def said(self, row: Any) -> dict[str, Any]:
        """A record's values by field."""
        found: dict[str, Any] = {}
        for column in self.columns:
            name = column.removesuffix("_id")
            value = (
                getattr(getattr(row, name), self.names_of[name][1], None)
                if name in self.names_of
                else getattr(row, name)
            )
            if value not in (None, ""):
                found[name] = value.isoformat() if hasattr(value, "isoformat") else str(value)
        return found

    def known(self) -> Iterator[Known]:
        for row in self.rows():
            said = self.said(row)
            key = "|".join(folded(str(said.get(name, ""))) for name in self.key_fields)
            yield Known(row.pk, key, str(row)[:200])

    def current(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        return {row.pk: self.said(row) for row in self.rows().filter(pk__in=ids)}

    def linked(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
        return {pk: {} for pk in self.rows().filter(pk__in=ids).values_list("id", flat=True)}

    def is_equal(self, key: str, before: Any, after: Any) -> bool:
        return str(before or "") == str(after)

    def writes(self, values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
        return {"record": {(f"{key}_id" if key in self.names_of else key): value for key, value in values.items()}}

    def shown(self, key: str, value: Any) -> str:
        if value in (None, ""):
            return ""
        choices = getattr(self.model._meta.get_field(key), "choices", None)
        return str(dict(choices).get(value, value)) if choices else str(value)


class FeedbackTarget(OneTable):
    """What residents said of resources."""

    key = "feedback"
    label = _("What people said of resources")
    model = Feedback
    columns = ("resource_id", "kind", "why", "language", "people_count", "heard_on", "source")
    key_fields = ("resource", "kind", "why", "heard_on")
    names_of = {"resource": (Resource, "name_key")}
    own = {
        "resource": field(
            _("Resource"), "resource | name | service | program | group | recurso | nombre | servicio", kind="choice"
        ),
        "kind": field(
            _("What happened"), "what happened | kind | experience | feedback | qué pasó | experiencia", kind="choice"
        ),
        "why": field(_("In a few words"), "why | comment | comments | words | notes | por qué | comentario"),
        "language": field(_("Said in"), "language | said in | idioma", kind="line", limit=35),
        "people_count": field(_("How many people"), "how many | people | count | cuántas personas", kind="number"),
        "heard_on": field(_("Heard on"), "heard on | date | when | fecha | cuándo", kind="date"),
        "source": field(_("Where we heard it"), "source | where we heard it | fuente", kind="line", limit=200),
        "source_key": field(_("Its number in this source"), "id | number | número", kind="line", limit=100),
    }

    def required(self) -> tuple[str, ...]:
        return ("resource", "kind")

    def choices(self, field: CellField) -> Choices | None:
        if field.key == "kind":
            words = "relied on | relied on it | used | confió | relied: tried and could not | could not | turned away | no pudo: absent | needed | missing | not there | hace falta"
            also = {
                word.strip(): kind
                for kind, group in zip(FeedbackKind.values, words.split(":"), strict=True)
                for word in group.split("|")
            }
            return Choices(
                also
                | {str(label): value for value, label in FeedbackKind.choices}
                | {value: value for value in FeedbackKind.values}
            )
        return super().choices(field)


class RelationTarget(OneTable):
    """Ties between groups."""

    key = "ties"
    label = _("Ties between groups")
    model = Relation
    columns = ("source_id", "target_id", "kind", "closeness", "began_on", "ended_on", "note")
    key_fields = ("source", "target", "kind")
    names_of = {"source": (Organization, "name_key"), "target": (Organization, "name_key")}
    own = {
        "source": field(_("From"), "from | group | source | de | grupo | name", kind="choice"),
        "target": field(_("To"), "to | other group | target | with | a | con | otro grupo", kind="choice"),
        "kind": field(_("Tie"), "tie | kind | relation | relationship | relación | vínculo", kind="choice"),
        "closeness": field(_("Closeness, 1 to 5"), "closeness | strength | cercanía", kind="number"),
        "began_on": field(_("Since"), "since | began on | start | desde", kind="date"),
        "ended_on": field(_("Until"), "until | ended on | end | hasta", kind="date"),
        "note": field(_("Note"), "note | notes | comment | nota"),
        "source_key": field(_("Its number in this source"), "id | number | número", kind="line", limit=100),
    }

    def choices(self, field: CellField) -> Choices | None:
        return lists.listed(RelationKind) if field.key == "kind" else super().choices(field)

    def check(self, values: dict[str, Any], problems: dict[str, Any]) -> None:
        if values.get("source") and values.get("source") == values.get("target"):
            problems["target"] = problem("same_both", str(values["target"]))
        if (closeness := values.get("closeness")) and closeness not in {"1", "2", "3", "4", "5"}:
            problems["closeness"] = problem("number_wrong", str(closeness))


class NeedTarget(OneTable):
    """What people here lack."""

    key = "needs"
    label = _("Needs")
    model = Need
    columns = (
        "summary",
        "summary_key",
        "area_id",
        "detail",
        "neighborhood_id",
        "population_id",
        "for_language",
        "moment",
        "urgency",
        "people_count",
        "source",
    )
    key_fields = ("summary", "area", "neighborhood")
    names_of = {
        "area": (Area, "name_key"),
        "neighborhood": (Neighborhood, "name_key"),
        "population": (Population, "name_key"),
    }
    own = {
        "summary": field(
            _("What is needed"),
            "need | what is needed | summary | gap | necesidad | qué hace falta | name",
            kind="line",
            limit=200,
        ),
        "area": field(_("Area"), "area | category | área | categoría | topic", kind="choice"),
        "detail": field(_("In more words"), "detail | details | description | notes | detalle | descripción"),
        "neighborhood": field(_("Where"), "where | neighborhood | place | barrio | dónde", kind="choice"),
        "population": field(_("For whom"), "for whom | population | people | para quién | población", kind="choice"),
        "moment": field(_("At which moment"), "moment | when it helps | momento", kind="choice"),
        "urgency": field(_("How soon"), "how soon | urgency | priority | urgencia | prioridad", kind="choice"),
        "people_count": field(_("How many people"), "how many | people count | cuántas personas", kind="number"),
        "source": field(_("Where we know it from"), "source | fuente", kind="line", limit=200),
        "source_key": field(_("Its number in this source"), "id | number | número", kind="line", limit=100),
    }

    def required(self) -> tuple[str, ...]:
        return ("summary", "area")

    def choices(self, field: CellField) -> Choices | None:
        if field.key == "moment":
            return lists.listed(Moment)
        if field.key == "urgency":
            words = {"now": "3", "urgent": "3", "high": "3", "ahora": "3", "urgente": "3", "soon": "2", "medium": "2", "this season": "2",
                     "pronto": "2", "later": "1", "low": "1", "within a year": "1", "3": "3", "2": "2", "1": "1"}  # fmt: skip
            return Choices(words | {str(label): str(value) for value, label in Urgency.choices})
        return super().choices(field)

    def writes(self, values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
        found = super().writes(values, ids, current)
        if "summary" in values:
            found["record"]["summary_key"] = name_key(values["summary"])
        return found

    def said(self, row: Any) -> dict[str, Any]:
        return {key: value for key, value in super().said(row).items() if key != "summary_key"}

    def shown(self, key: str, value: Any) -> str:
        return (
            str(dict(Urgency.choices).get(int(value), value))
            if key == "urgency" and value
            else super().shown(key, value)
        )
