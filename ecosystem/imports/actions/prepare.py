"""A file comes in; its sheets and columns are chosen; its rows are read into staging."""

from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Membership
from ecosystem.imports.models import ColumnChoice, Spreadsheet, Stage, StagedRow
from ecosystem.imports.sheets import SheetError
from ecosystem.imports.staging.planning import read_plan
from ecosystem.imports.staging.rows import stage_rows
from ecosystem.imports.targets import target
from ecosystem.tenancy.models import uuid7

NAME_LENGTH = 200


@transaction.atomic
def add_spreadsheet(*, by: Actor, name: str, content: bytes, target_key: str) -> Spreadsheet:
    """Keep the file and guess its plan.

    Raises:
        SheetError: it cannot be read; nothing is kept.
    """
    name = "".join(sign for sign in name.replace("\\", "/").rsplit("/", 1)[-1] if sign.isprintable())[-NAME_LENGTH:]
    workbook, plan = read_plan(content, name, target(target_key))
    if not any(sheet["chosen"] for sheet in plan):
        raise SheetError("not_a_spreadsheet") if not plan else SheetError("empty")
    return Spreadsheet.objects.create(
        id=uuid7(),
        name=name,
        target=target_key,
        content=content,
        size=len(content),
        kind=workbook.kind,
        encoding=workbook.encoding,
        delimiter=workbook.delimiter,
        notices=[[notice.code, notice.params] for notice in workbook.warnings],
        plan=plan,
        by=by if isinstance(by, Membership) else None,
    )


@transaction.atomic
def choose_sheets(spreadsheet: Spreadsheet, *, by: Actor, plan: list[dict[str, Any]]) -> None:
    """Which sheets come in and where their headers are; rows staged before are out of date."""
    spreadsheet.plan, spreadsheet.stage = plan, Stage.COLUMNS
    forget_rows(spreadsheet)


@transaction.atomic
def choose_columns(spreadsheet: Spreadsheet, *, by: Actor, plan: list[dict[str, Any]]) -> None:
    """Which column is which field, remembered for the next file with the same headers."""
    spreadsheet.plan, spreadsheet.stage = plan, Stage.STAGING
    forget_rows(spreadsheet)
    for sheet in plan:
        if sheet["chosen"]:
            columns = [{key: column[key] for key in ("field", "map", "makes_new", "drops")} for column in map(whole, sheet["columns"])]
            ColumnChoice.objects.update_or_create(
                target=spreadsheet.target, signature=sheet["signature"], defaults={"columns": columns}
            )


def whole(column: dict[str, Any]) -> dict[str, Any]:
    return {"field": "", "map": {}, "makes_new": False, "drops": []} | column


def forget_rows(spreadsheet: Spreadsheet) -> None:
    StagedRow.objects.filter(spreadsheet=spreadsheet).delete()
    for name in ("row", "new", "changed", "same", "duplicate", "wrong", "skipped"):
        setattr(spreadsheet, f"{name}_count", 0)
    spreadsheet.save()


@transaction.atomic
def stage_spreadsheet(spreadsheet: Spreadsheet, *, by: Actor) -> None:
    """Read every row into staging. Nothing is written to the map."""
    stage_rows(spreadsheet)
