"""The one merge: everything that an admin said yes to, in one transaction, set by set."""

from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from psycopg.sql import Identifier

from ecosystem.accounts.actors import Actor
from ecosystem.imports.models import RowState, Spreadsheet, Stage, StagedRow
from ecosystem.imports.staging import merging_sql, sql, undoing_sql
from ecosystem.imports.staging.diff import compare
from ecosystem.imports.staging.matching import chunks
from ecosystem.imports.staging.progress import Progress
from ecosystem.imports.staging.rows import keep_counts
from ecosystem.imports.targets import Target, target

MOVED = {"code": "moved", "params": {}, "column": -1, "text": "", "warning": False}


class MergeError(Exception):
    """The spreadsheet is not waiting for a merge."""


@transaction.atomic
def merge_spreadsheet(spreadsheet: Spreadsheet, *, by: Actor) -> int:
    """Write all rows that wait, and remember how it was before. Returns how many rows were written."""
    spreadsheet = Spreadsheet.objects.select_for_update().get(pk=spreadsheet.pk)
    if spreadsheet.stage not in {Stage.ROWS, Stage.MERGING}:
        raise MergeError(spreadsheet.stage)
    kind = target(spreadsheet.target)
    set_aside_moved(spreadsheet, kind)
    kind.makes(spreadsheet.creates)
    with connection.cursor() as cursor:
        cursor.execute(sql.BY_SETS)
        written = take(cursor, spreadsheet, kind)
        if written:
            write(cursor, spreadsheet, kind)
        keep_keys(cursor, spreadsheet)
        cursor.execute(sql.AS_USUAL)
    spreadsheet.stage, spreadsheet.merged_at, spreadsheet.written_count = Stage.DONE, timezone.now(), written
    keep_counts(spreadsheet)
    return written


def set_aside_moved(spreadsheet: Spreadsheet, kind: Target) -> None:
    """Rows whose record somebody changed while the admin looked need a second look."""
    rows = StagedRow.objects.filter(spreadsheet=spreadsheet, state=RowState.CHANGED).only(
        "id", "values", "changes", "record_id"
    )
    moved = []
    for piece in chunks(list(rows.iterator(chunk_size=2000)), 2000):
        current = kind.current([row.record_id for row in piece])
        moved += [row.pk for row in piece if compare(kind, current.get(row.record_id, {}), row.values) != row.changes]
    StagedRow.objects.filter(pk__in=moved).update(state=RowState.WRONG, problems={"_row": MOVED})


def take(cursor: Any, spreadsheet: Spreadsheet, kind: Target) -> int:
    cursor.execute(sql.FORGET_TEMPORARY)
    cursor.execute(sql.MAKE_TAKEN, [spreadsheet.pk])
    record = next(table for table in kind.tables() if table.key == kind.record)
    cursor.execute(sql.LOST_RECORDS.format(table=Identifier(record.name), here=sql.HERE))
    cursor.execute(sql.ANALYZE_TAKEN)
    cursor.execute(sql.COUNT_TAKEN)
    return int(cursor.fetchone()[0])


def write(cursor: Any, spreadsheet: Spreadsheet, kind: Target) -> None:
    """Parents before children, what is new before what changes; then the footprints that undo compares."""
    tables = kind.tables()
    mains, children = [t for t in tables if t.is_main], [t for t in tables if not t.is_main]
    progress = Progress(spreadsheet.pk, "writing", len(mains) * 3 + len(children))
    for table in mains:
        cursor.execute(merging_sql.log_mains(table, kind.record), [spreadsheet.pk])
        cursor.execute(merging_sql.insert_mains(table, kind.record))
        progress.step(1)
    cursor.execute(merging_sql.MAKE_WERE_THERE, [spreadsheet.pk])
    cursor.execute(merging_sql.INDEX_WERE_THERE)
    cursor.execute(merging_sql.ANALYZE_WERE_THERE)
    for table in mains:
        cursor.execute(merging_sql.update_mains(table, kind.record))
        progress.step(1)
    for table in children:
        write_children(cursor, spreadsheet, table, kind.record)
        progress.step(1)
    names = [table.name for table in mains]
    for table in mains:
        cursor.execute(undoing_sql.keep_footprints(table, names), [spreadsheet.pk, spreadsheet.pk])
        progress.step(1)


def write_children(cursor: Any, spreadsheet: Spreadsheet, table: Any, record: str) -> None:
    cursor.execute(merging_sql.FORGET_WANTED)
    cursor.execute(merging_sql.make_wanted(table, record))
    cursor.execute(merging_sql.ANALYZE_WANTED)
    if table.replaces:
        cursor.execute(merging_sql.drop_children(table, record), [spreadsheet.pk])
    if merging_sql.differing(table) is not None:
        cursor.execute(merging_sql.log_children(table), [spreadsheet.pk])
        cursor.execute(merging_sql.update_children(table))
    cursor.execute(merging_sql.insert_children(table), [spreadsheet.pk])


def keep_keys(cursor: Any, spreadsheet: Spreadsheet) -> None:
    """Next time this source's rows are known."""
    cursor.execute(sql.KEEP_KEYS, [spreadsheet.pk, spreadsheet.pk])
    cursor.execute(sql.RENEW_KEYS, [spreadsheet.pk, spreadsheet.target])
    cursor.execute(sql.ADD_KEYS, [spreadsheet.target, spreadsheet.pk, spreadsheet.target])
