"""Small spreadsheets of invented groups, and a short way to bring them in."""

import csv
import io
from typing import Any

from ecosystem.accounts.actors import Operator
from ecosystem.imports.actions import add_spreadsheet, choose_columns, merge_spreadsheet, stage_spreadsheet
from ecosystem.imports.models import Spreadsheet, StagedRow

BY = Operator("test")
HEADERS = [
    "Org / Grupo",
    "programa",
    "categoria",
    "phones",
    "Hrs",
    "idiomas",
    "undocumented ok",
    "dirección",
    "zip",
    "website",
    "X2",
]
ROWS = [
    ["Orchard Kitchen", "", "Food", "412-555-0142", "Mon 11-2", "English, Spanish", "Y", "12 Orchard St", "15210", "orchard.example.org", "kept"],
    ["Fridge on Fifth", "", "Food", "412-555-0178 / 412-555-0179", "24/7", "English", "sí", "500 Fifth Ave", "15219", "", ""],
    ["Bench House", "Mediation", "Conflict", "412-555-0119", "by appointment", "English", "no sé", "9 Bench Rd", "15212", "", ""],
    ["Bench House", "Youth circle", "Conflict", "412-555-0119", "Thu 5-9pm", "English", "a veces", "9 Bench Rd", "15212", "", ""],
]  # fmt: skip


def csv_of(rows: list[list[str]], headers: list[str] = HEADERS) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([headers, *rows])
    return out.getvalue().encode()


def changed(rows: list[list[str]], row: int, column: int, text: str) -> list[list[str]]:
    return [[text if (i, j) == (row, column) else cell for j, cell in enumerate(line)] for i, line in enumerate(rows)]


def staged(content: bytes, *, name: str = "groups.csv", target: str = "groups") -> Spreadsheet:
    spreadsheet = add_spreadsheet(by=BY, name=name, content=content, target_key=target)
    choose_columns(spreadsheet, by=BY, plan=spreadsheet.plan)
    stage_spreadsheet(spreadsheet, by=BY)
    spreadsheet.refresh_from_db()
    return spreadsheet


def merged(content: bytes, **options: Any) -> Spreadsheet:
    spreadsheet = staged(content, **options)
    merge_spreadsheet(spreadsheet, by=BY)
    spreadsheet.refresh_from_db()
    return spreadsheet


def counts(spreadsheet: Spreadsheet) -> dict[str, int]:
    """The counts that are not zero."""
    return {state: count for state, count in spreadsheet.counts.items() if count}


def row_of(spreadsheet: Spreadsheet, position: int) -> StagedRow:
    return StagedRow.objects.select_related("spreadsheet").get(spreadsheet=spreadsheet, position=position)
