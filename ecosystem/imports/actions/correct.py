"""One row at a time: type a value over a wrong cell, say what a duplicate is, leave a row out."""

from typing import Any
from uuid import UUID

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.imports.models import Decision, RowState, Spreadsheet, StagedRow
from ecosystem.imports.staging.cleaning import SheetCleaner
from ecosystem.imports.staging.diff import compare, picked, usual_picks
from ecosystem.imports.staging.matching import Light, Matcher
from ecosystem.imports.staging.preview import sides
from ecosystem.imports.staging.rows import fingerprint, keep_counts, planned
from ecosystem.imports.targets import Target, target


@transaction.atomic
def correct_cell(row: StagedRow, *, by: Actor, column: int, text: str) -> None:
    """Read the row again with this text in that cell."""
    row.typed = {**row.typed, str(column): text.replace("\0", "").strip()[:5000]}
    refresh_row(row, by=by)


@transaction.atomic
def refresh_row(row: StagedRow, *, by: Actor) -> None:
    """Clean, match and compare one row again: after a correction, or because its record changed."""
    kind, spreadsheet = target(row.spreadsheet.target), row.spreadsheet
    plan = spreadsheet.plan[row.sheet]
    cleaner = SheetCleaner(plan, kind, [row.cells])
    draft = cleaner.draft(row.cells, row.typed)
    values, problems = draft.values, draft.problems
    light = Light(row.position, row.sheet, row.number, draft, fingerprint(values))
    if draft.is_wrong:
        light.state, light.store_key = RowState.WRONG, row.key
    else:
        find(light, row, kind, plan["signature"])
    merge_created(spreadsheet, cleaner)
    current = kind.current([light.record_id]) if light.state == RowState.CHANGED and light.record_id else {}
    for name, value in planned(light, row.cells, values, problems, kind, current).items():
        setattr(row, name, value)
    row.decision, row.picks = Decision.NONE, {}
    row.save()
    keep_counts(spreadsheet)


def find(light: Light, row: StagedRow, kind: Target, signature: str) -> None:
    """Match one row against the map and against the other rows of its file."""
    matcher = Matcher(kind, {row.sheet: signature})
    others = StagedRow.objects.filter(
        spreadsheet=row.spreadsheet_id, state__in=[RowState.NEW, RowState.CHANGED, RowState.SAME]
    )
    matcher.read_others(others.exclude(pk=row.pk))
    matcher.match([light])


def merge_created(spreadsheet: Spreadsheet, cleaner: SheetCleaner) -> None:
    for name, entries in cleaner.created().items():
        spreadsheet.creates.setdefault(name, {}).update(entries)


@transaction.atomic
def decide_row(row: StagedRow, *, by: Actor, decision: str) -> None:
    """Keep both, leave out, or think again."""
    if decision == Decision.BOTH:
        make_new(row)
    elif decision == Decision.LEAVE:
        row.state, row.reason, row.decision = RowState.SKIPPED, "left_out", Decision.LEAVE
        row.save()
    elif decision == Decision.MERGE:
        merge_row(row, by=by, picks=None)
        return
    else:
        refresh_row(row, by=by)
        return
    keep_counts(row.spreadsheet)


def make_new(row: StagedRow) -> None:
    """The row is a record of its own after all."""
    kind = target(row.spreadsheet.target)
    draft = SheetCleaner(row.spreadsheet.plan[row.sheet], kind, [row.cells]).draft(row.cells, row.typed)
    light = Light(row.position, row.sheet, row.number, draft, row.fingerprint, row.key)
    matcher = Matcher(kind, {})
    matcher.read_others(StagedRow.objects.filter(spreadsheet=row.spreadsheet_id, state=RowState.NEW))
    matcher.read_map()
    matcher.make(light)
    row.ids, row.record_id = light.ids, light.record_id
    row.writes, row.changes = kind.writes(row.values, row.ids, None), {}
    row.state, row.decision = RowState.NEW, Decision.BOTH
    row.save()


@transaction.atomic
def merge_row(row: StagedRow, *, by: Actor, picks: dict[str, str] | None) -> None:
    """The row is the same as what it resembles. `picks` says per field: ours, theirs or both."""
    kind = target(row.spreadsheet.target)
    record, before, links = other_side(row, kind)
    row.changes = compare(kind, before, row.values)
    row.picks = usual_picks(row.changes) | (picks or {})
    row.record_id, row.ids = record, links
    row.writes = kind.writes(picked(kind, row.changes, row.picks), row.ids, before)
    row.decision = Decision.MERGE
    row.save()
    keep_counts(row.spreadsheet)


def other_side(row: StagedRow, kind: Target) -> tuple[UUID | None, dict[str, Any], dict[str, Any]]:
    """What the row resembles: a record of the map, or an earlier row of the file that will be one."""
    if "id" in row.like:
        record = UUID(row.like["id"])
        return record, kind.current([record]).get(record, {}), dict(kind.linked([record]).get(record, {}))
    twin = StagedRow.objects.get(spreadsheet=row.spreadsheet_id, position=row.like["position"])
    if twin.state == RowState.NEW or twin.record_id is None:
        return twin.record_id, dict(twin.values), dict(twin.ids)
    before = kind.current([twin.record_id]).get(twin.record_id, {})
    return twin.record_id, before | twin.values, dict(twin.ids)


def compared_sides(row: StagedRow) -> list[dict[str, Any]]:
    """Both sides of a duplicate, with the usual choice made. Writes nothing; the row only learns what would change."""
    kind = target(row.spreadsheet.target)
    _record, before, _links = other_side(row, kind)
    row.changes = compare(kind, before, row.values)
    if row.decision != Decision.MERGE:
        StagedRow.objects.filter(pk=row.pk).update(changes=row.changes)
    return sides(row, picks=usual_picks(row.changes) | row.picks)


@transaction.atomic
def empty_cells(spreadsheet: Spreadsheet, *, by: Actor, sheet: int, column: int, code: str) -> None:
    """Read the file again and leave cells of this column with this problem empty. Corrections of single cells are kept."""
    columns = spreadsheet.plan[sheet]["columns"] if sheet < len(spreadsheet.plan) else []
    found = next((one for one in columns if one["index"] == column), None)
    if found is None:
        return
    found["drops"] = sorted({*found.get("drops", []), code})
    spreadsheet.save(update_fields=["plan"])
    rows = StagedRow.objects.select_related("spreadsheet").filter(
        spreadsheet=spreadsheet, sheet=sheet, state=RowState.WRONG
    )
    for row in rows:
        row.spreadsheet = spreadsheet
        if any(problem["column"] == column and problem["code"] == code for problem in row.problems.values()):
            refresh_row(row, by=by)
