"""Cells to values by column, each distinct text cleaned once."""

import datetime as dt
from dataclasses import asdict, is_dataclass
from decimal import Decimal
from typing import Any

from ecosystem.imports.folding import folded
from ecosystem.imports.formulas import unescape_formula
from ecosystem.imports.targets import RAW, CellField, Draft, Target
from ecosystem.imports.values import Answer, Hours, Phone, Point, Settings, clean_cell, date_order, split_list
from ecosystem.imports.values.problems import Problem

LEAVE_EMPTY = "-"
NEW = "+"
REMEMBERED = 4_000
SAMPLE = 300


def plain(value: Any) -> Any:
    """As it can stand in JSON."""
    if isinstance(value, list):
        return [plain(part) for part in value]
    if isinstance(value, Phone):
        return value.display
    if isinstance(value, Hours):
        weekly = [[o.weekday, clock(o.opens), clock(o.closes)] for o in value.weekly]
        return {"prose": value.prose, "weekly": weekly, "marks": sorted(value.marks)}
    if isinstance(value, Point):
        return [round(value.latitude, 6), round(value.longitude, 6)]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value


def clock(minutes: int) -> str:
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


class Column:
    """One column with its field, its list of choices and what a person said about its values."""

    def __init__(self, plan: dict[str, Any], field: CellField, target: Target, sample: list[str]) -> None:
        self.index: int = plan["index"]
        self.key, self.field = field.key, field
        self.kind = "line" if field.kind in RAW else field.kind
        self.choices = target.choices(field)
        self.map: dict[str, str] = plan.get("map") or {}
        self.makes_new = plan.get("makes_new", False) and bool(field.makes_new)
        self.drops = frozenset(plan.get("drops") or ())
        self.created: dict[str, str] = {}
        day_first = date_order(sample) if self.kind == "date" else None
        self.settings = Settings(choices=self.choices, day_first=day_first, limit=field.limit)
        self._seen: dict[str, tuple[Any, dict[str, Any] | None]] = {}

    def clean(self, text: str) -> tuple[Any, dict[str, Any] | None]:
        found = self._seen.get(text)
        if found is None:
            found = self._clean(unescape_formula(text))
            if len(self._seen) < REMEMBERED:
                self._seen[text] = found
        return found

    def _clean(self, text: str) -> tuple[Any, dict[str, Any] | None]:
        if self.map and (said := self.map.get(folded(text) or text.strip())) is not None:
            return self._as_said(said, text), None
        if self.makes_new and self.choices is not None:
            return self._clean_or_make(text)
        value, problem = clean_cell(self.kind, text, self.settings)
        return plain(value), self._told(problem, text)

    def _as_said(self, said: str, text: str) -> Any:
        if said == LEAVE_EMPTY:
            return None
        if said == NEW:
            return self._made(text)
        if self.kind == "answer":
            return asdict(Answer(said))
        return [said] if self.kind in {"choices", "languages"} else said

    def _clean_or_make(self, text: str) -> tuple[Any, dict[str, Any] | None]:
        """Words that are on no list become new entries, unless they look like a slip of the pen."""
        assert self.choices is not None
        parts = split_list(text, self.choices) if self.kind == "choices" else [" ".join(text.split())]
        values = []
        for part in parts:
            value, problem = clean_cell("choice", part, self.settings)
            if problem and problem.code == "choice_like":
                return None, self._told(problem, text)
            values.append(plain(value) if value is not None else self._made(part)[0])
        values = list(dict.fromkeys(value for value in values if value))
        return (values if self.kind == "choices" else (values or [None])[0]), None

    def _made(self, text: str) -> list[str]:
        key = folded(text)[:120]
        if key:
            self.created.setdefault(key, " ".join(text.split())[:120])
        return [key]

    def _told(self, problem: Problem | None, text: str) -> dict[str, Any] | None:
        if problem is None:
            return None
        is_warning = problem.is_warning or problem.code in self.drops
        told = {"code": problem.code, "params": {k: str(v)[:80] for k, v in problem.params.items()}}
        return {**told, "column": self.index, "text": text[:300], "warning": is_warning}


class SheetCleaner:
    """All columns of one sheet."""

    def __init__(self, plan: dict[str, Any], target: Target, sample: list[list[str]]) -> None:
        fields = target.fields()
        self.target = target
        self.columns = [
            Column(
                column,
                fields[column["field"]],
                target,
                [row[column["index"]] for row in sample if column["index"] < len(row)],
            )
            for column in plan["columns"]
            if column.get("field") in fields
        ]
        self.signature: str = plan.get("signature", "")

    def draft(self, cells: list[str], typed: dict[str, str] | None = None) -> Draft:
        """One row. What a person typed over a cell goes before what stands in it."""
        values: dict[str, Any] = {}
        problems: dict[str, Any] = {}
        width = len(cells)
        for column in self.columns:
            text = cells[column.index] if column.index < width else ""
            if typed and str(column.index) in typed:
                text = typed[str(column.index)]
            if not text or not (text := text.strip()):
                continue
            value, problem = column.clean(text)
            if problem:
                problems[column.key] = problem
            if value in (None, "", []):
                continue
            if column.key in values and column.field.many:
                value = self.target.joined(column.key, values[column.key], value)
            values[column.key] = value
        return self.target.assemble(values, problems)

    def created(self) -> dict[str, dict[str, str]]:
        """What would be new on the coalition's lists, by the list's name."""
        found: dict[str, dict[str, str]] = {}
        for column in self.columns:
            if column.created:
                found.setdefault(column.field.makes_new, {}).update(column.created)
        return found
