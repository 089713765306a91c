"""Staged rows into their table, fast, and counted."""

from collections.abc import Iterable
from typing import Any

import orjson
from django.db import connection
from django.db.models import Count

from ecosystem.imports.models import Spreadsheet, StagedRow
from ecosystem.imports.staging import sql

JSON = frozenset({"cells", "values", "problems", "changes", "writes", "like", "ids"})


def replace_rows(spreadsheet: Spreadsheet, pieces: Iterable[list[dict[str, Any]]]) -> None:
    """Rows staged before go; decisions about them go too. A piece is whole before its COPY begins: while that runs,
    the connection can answer nothing else."""
    StagedRow.objects.filter(spreadsheet=spreadsheet).delete()
    with connection.cursor() as cursor:
        cursor.execute(sql.DROP_ARRIVED)
        cursor.execute(sql.MAKE_ARRIVED)
        for rows in pieces:
            with cursor.copy(sql.COPY_ARRIVED) as copy:
                for row in rows:
                    copy.write_row([as_text(name, row[name]) for name in sql.STAGED])
        cursor.execute(sql.STAGE_ARRIVED, [spreadsheet.pk])


def as_text(name: str, value: Any) -> Any:
    return orjson.dumps(value).decode() if name in JSON else value


def state_counts(spreadsheet: Spreadsheet) -> dict[str, int]:
    rows = StagedRow.objects.filter(spreadsheet=spreadsheet).order_by().values_list("state")
    return dict(rows.annotate(count=Count("id")).values_list("state", "count"))
