"""Undo of a whole import: former values come back, what was new goes, what somebody edited since is left alone."""

from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from ecosystem.accounts.actors import Actor
from ecosystem.imports.models import SourceKey, Spreadsheet, Stage, StagedRow
from ecosystem.imports.staging import sql, undoing_sql
from ecosystem.imports.targets import Target, target


class UndoError(Exception):
    """This import cannot be undone: it never went in, was undone, or its staged copies are gone."""


@transaction.atomic
def undo_spreadsheet(spreadsheet: Spreadsheet, *, by: Actor) -> int:
    """Take an import back. Returns how many rows were refused because somebody edited them since."""
    spreadsheet = Spreadsheet.objects.select_for_update().get(pk=spreadsheet.pk)
    if not spreadsheet.can_be_undone:
        raise UndoError(spreadsheet.stage)
    kind = target(spreadsheet.target)
    with connection.cursor() as cursor:
        take_back(cursor, spreadsheet, kind)
    refused = StagedRow.objects.filter(spreadsheet=spreadsheet, is_refused=True)
    SourceKey.objects.filter(spreadsheet=spreadsheet, record_id__in=gone_records(spreadsheet, kind)).delete()
    spreadsheet.stage, spreadsheet.undone_at, spreadsheet.refused_count = Stage.UNDONE, timezone.now(), refused.count()
    spreadsheet.save()
    return int(spreadsheet.refused_count)


def take_back(cursor: Any, spreadsheet: Spreadsheet, kind: Target) -> None:
    """Find what is refused, then undo children before parents."""
    tables, ours = kind.tables(), [spreadsheet.pk]
    mains = [table for table in tables if table.is_main]
    names = [table.name for table in mains]
    cursor.execute(sql.BY_SETS)
    cursor.execute(undoing_sql.FORGET_REFUSED)
    cursor.execute(undoing_sql.MAKE_REFUSED)
    for table in mains:
        cursor.execute(undoing_sql.find_refused(table, names), ours * 2)
    cursor.execute(undoing_sql.mark_refused(tables, kind.record), ours)
    for table in tables:
        if not table.is_main:
            cursor.execute(undoing_sql.remove_added(table), ours)
    for table in reversed(mains):
        remove_new(cursor, table, mains, names, ours)
    for table in tables:
        cursor.execute(undoing_sql.restore(table), ours)
        if not table.is_main:
            cursor.execute(undoing_sql.bring_back(table), ours)
    cursor.execute(undoing_sql.FORGET_KEYS, ours)
    cursor.execute(sql.AS_USUAL)


def remove_new(cursor: Any, table: Any, mains: list[Any], names: list[str], ours: list[Any]) -> None:
    cursor.execute(undoing_sql.spare_used(table, mains), ours)
    for child, column in undoing_sql.children_of(table, names):
        cursor.execute(undoing_sql.remove_children_of_new(table, child, column), ours)
    cursor.execute(undoing_sql.remove_mains(table), ours)


def gone_records(spreadsheet: Spreadsheet, kind: Target) -> list[Any]:
    """Records that this import knew and that are not on the map any more."""
    ids = list(SourceKey.objects.filter(spreadsheet=spreadsheet).values_list("record_id", flat=True))
    there = kind.linked(ids)
    return [record for record in ids if record not in there]
