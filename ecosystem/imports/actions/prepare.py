"""A file comes in; its sheets and columns are chosen; its rows are read into staging."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Membership
from ecosystem.imports.models import ColumnChoice, Spreadsheet, Stage, StagedRow
from ecosystem.imports.sheets import WHY, SheetError, StoredSheet, store_workbook
from ecosystem.imports.sheets.text import decode
from ecosystem.imports.staging.planning import read_plan, sheet_plan
from ecosystem.imports.staging.rows import stage_rows
from ecosystem.imports.targets import Target, target
from ecosystem.tenancy.models import uuid7

NAME_LENGTH = 200
ENCODINGS = frozenset({"utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"})
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "star": "*"}


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
def arrange_sheets(spreadsheet: Spreadsheet, *, by: Actor, said: dict[str, Any]) -> None:
    """Which sheets come in, where their headers are, how a text file is cut; rows staged before are out of date.

    Raises:
        SheetError: nothing is left to import, or the file cannot be read in this way.
    """
    kind = target(spreadsheet.target)
    content = respelled(spreadsheet, said.get("encoding", ""), said.get("delimiter", ""))
    with TemporaryDirectory(prefix="plan-") as folder:
        workbook = store_workbook(content, spreadsheet.name, Path(folder))
        plans = [
            arranged(sheet, former, wanted, kind, is_fresh=content != spreadsheet.content)
            for sheet, former, wanted in zip(workbook.sheets, spreadsheet.plan, said["sheets"], strict=True)
        ]
    if not any(plan["chosen"] for plan in plans):
        raise SheetError("empty")
    spreadsheet.content, spreadsheet.encoding, spreadsheet.delimiter = content, workbook.encoding, workbook.delimiter
    spreadsheet.plan, spreadsheet.stage = plans, Stage.COLUMNS
    forget_rows(spreadsheet)


def arranged(
    sheet: StoredSheet, former: dict[str, Any], wanted: dict[str, Any], kind: Target, *, is_fresh: bool
) -> dict[str, Any]:
    """The sheet's plan: as it was, unless a person said another header row or turned it."""
    row = wanted["header_row"]
    is_other = (row is not None and row != former["header_row"]) or wanted["transposed"] != former["transposed"]
    plan = former
    if is_other or is_fresh:
        moved = row if row != former["header_row"] else None
        turned = wanted["transposed"] if wanted["transposed"] != former["transposed"] else None
        plan = sheet_plan(sheet, kind, header_row=moved, transposed=turned)
    return {**plan, "chosen": wanted["chosen"]}


def respelled(spreadsheet: Spreadsheet, encoding: str, delimiter: str) -> bytes:
    """A text file as a person says it is written: the reader is told by a first line that it knows."""
    content = bytes(spreadsheet.content or b"")
    same = (
        encoding in ("", spreadsheet.encoding)
        and DELIMITERS.get(delimiter, spreadsheet.delimiter) == spreadsheet.delimiter
    )
    if spreadsheet.kind != "text" or same or (encoding and encoding not in ENCODINGS):
        return content
    try:
        text = content.decode(encoding if encoding in ENCODINGS else "utf-8-sig")
    except UnicodeDecodeError:
        text = decode(content)[0]
    if text[:4].lower() == "sep=":
        text = text.split("\n", 1)[-1]
    sign = DELIMITERS.get(delimiter, spreadsheet.delimiter)
    return f"sep={sign}\n{text}".encode("utf-8-sig")


def sheet_facts(spreadsheet: Spreadsheet) -> list[dict[str, Any]]:
    """Every sheet of the file with why we read it so."""
    return [
        {
            **sheet,
            "because": _(WHY[sheet["why"]]) % sheet["why_params"],
            "headers": [column["header"] for column in sheet["columns"] if column["header"]][:8],
            "more": max(sum(bool(column["header"]) for column in sheet["columns"]) - 8, 0),
            "row": "" if sheet["header_row"] is None else sheet["header_row"] + 1,
        }
        for sheet in spreadsheet.plan
    ]


@transaction.atomic
def choose_columns(spreadsheet: Spreadsheet, *, by: Actor, plan: list[dict[str, Any]]) -> None:
    """Which column is which field, remembered for the next file with the same headers."""
    spreadsheet.plan, spreadsheet.stage = plan, Stage.COLUMNS
    forget_rows(spreadsheet)
    for sheet in plan:
        if sheet["chosen"]:
            columns = [
                {key: column[key] for key in ("field", "map", "makes_new", "drops")}
                for column in map(whole, sheet["columns"])
            ]
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
