"""What the page of columns shows: fields to choose from, why one was guessed, what its values were read as."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from ecosystem.imports.columns import WHY
from ecosystem.imports.folding import folded
from ecosystem.imports.models import Spreadsheet
from ecosystem.imports.sheets import column_letters
from ecosystem.imports.staging.cleaning import LEAVE_EMPTY, NEW, Column
from ecosystem.imports.targets import CellField, Target, target

MAPPED_KINDS = frozenset({"answer", "choice", "choices", "languages"})


def field_groups(spreadsheet: Spreadsheet) -> list[tuple[str, list[CellField]]]:
    groups: dict[str, list[CellField]] = {}
    for field in target(spreadsheet.target).fields().values():
        groups.setdefault(str(field.part), []).append(field)
    return list(groups.items())


def column_facts(spreadsheet: Spreadsheet) -> list[dict[str, Any]]:
    """Every chosen sheet with its columns."""
    kind = target(spreadsheet.target)
    fields = kind.fields()
    return [
        {
            "name": sheet["name"],
            "columns": [
                column_fact(number, column, fields, kind)
                for column in sheet["columns"]
                if column["filled"] or column["header"]
            ],
            "placed": sum(bool(column["field"]) for column in sheet["columns"]),
        }
        for number, sheet in enumerate(spreadsheet.plan)
        if sheet["chosen"]
    ]


def column_fact(number: int, column: dict[str, Any], fields: dict[str, CellField], kind: Target) -> dict[str, Any]:
    field = fields.get(column["field"])
    return {
        **column,
        "name": f"{number}_{column['index']}",
        "header": column["header"] or _("Column %(letters)s") % {"letters": column_letters(column["index"])},
        "label": field.label if field else "",
        "because": because(column),
        "examples": [value for value, _count in column["values"][:3]],
        "meanings": meanings(column, field, kind) if field and field.kind in MAPPED_KINDS else [],
        "may_make_new": bool(field and field.makes_new),
        "private": field.private if field else "",
    }


def because(column: dict[str, Any]) -> str:
    if column["why"] == "remembered":
        return _("As you chose it last time.")
    if column["why"] == "chosen":
        return _("You chose this.")
    return _(WHY.get(column["why"], "")) % {"name": column["like"]} if WHY.get(column["why"]) else ""


def meanings(column: dict[str, Any], field: CellField, kind: Target) -> list[dict[str, Any]]:
    """Each distinct value with what we read it as, and what it could be read as instead."""
    reader, show = Column(column, field, kind, []), kind.shower()
    options = option_list(reader, field, show)
    found = []
    for place, (value, count) in enumerate(column["values"]):
        read, problem = reader.clean(value)
        is_wrong = bool(problem and not problem["warning"])
        found.append(
            {
                "place": place,
                "value": value,
                "count": count,
                "said": column["map"].get(folded(value) or value.strip(), ""),
                "read": "" if is_wrong else show(field.key, read),
                "is_wrong": is_wrong,
                "options": options,
            }
        )
    return sorted(found, key=lambda meaning: not meaning["is_wrong"])


def option_list(reader: Column, field: CellField, show: Callable[[str, Any], str]) -> list[tuple[str, str]]:
    options = [(LEAVE_EMPTY, _("Leave it empty"))]
    if field.makes_new:
        options.append((NEW, _("Make a new one with this name")))
    if field.kind == "answer":
        return options + [
            (word, show(field.key, {"value": word, "note": ""})) for word in ("yes", "partly", "no", "unknown")
        ]
    if reader.choices is not None:
        values = dict.fromkeys(reader.choices.values.values())
        return options + [
            (str(value), show(field.key, [value] if field.kind == "choices" else value)) for value in values
        ]
    return options
