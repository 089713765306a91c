"""Step 3: every row before it goes in, with every problem at its cell."""

import csv
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.imports import actions
from ecosystem.imports.formulas import escape_formula
from ecosystem.imports.models import Decision, RowState, Spreadsheet, Stage, StagedRow
from ecosystem.imports.rules import can_import
from ecosystem.imports.staging import preview
from ecosystem.imports.staging.choosing import column_facts
from ecosystem.imports.staging.progress import progress_of

UNDER_WAY = {Stage.STAGING, Stage.MERGING}
NUMBER_LENGTH = 9


def waiting_row(spreadsheet_id: UUID, pk: UUID) -> StagedRow:
    """A row that can still be changed."""
    rows = StagedRow.objects.select_related("spreadsheet").filter(spreadsheet__stage=Stage.ROWS)
    return get_object_or_404(rows, pk=pk, spreadsheet_id=spreadsheet_id)


@require_GET
@members(can_import)
def import_rows(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet.objects.exclude(content=None), pk=pk)
    slug = request.membership.coalition.slug
    if spreadsheet.stage in UNDER_WAY:
        return render(request, "imports/import_work.html", {"spreadsheet": spreadsheet, "work": progress_of(pk)})
    if spreadsheet.stage == Stage.COLUMNS:
        return redirect("imports:import_columns", slug, pk)
    if spreadsheet.stage != Stage.ROWS:
        return redirect("imports:import_done", slug, pk)
    return render(request, "imports/import_rows.html", rows_context(request, spreadsheet))


def rows_context(request: MemberRequest, spreadsheet: Spreadsheet) -> dict[str, Any]:
    state = request.GET.get("state", "")
    state = state if state in RowState.values else ""
    after = request.GET.get("after", "0")
    start = int(after) if after.isdigit() and len(after) < NUMBER_LENGTH else 0
    staged, following = preview.page_of_rows(spreadsheet, state=state, after=start)
    columns, rows = preview.shown_rows(spreadsheet, staged)
    return {
        "spreadsheet": spreadsheet,
        "columns": columns,
        "rows": rows,
        "state": state,
        "following": following,
        "sheets": column_facts(spreadsheet),
        "kinds": preview.problem_kinds(spreadsheet) if state == RowState.WRONG else [],
        "ready_count": ready_count(spreadsheet),
    }


def ready_count(spreadsheet: Spreadsheet) -> int:
    merged = StagedRow.objects.filter(spreadsheet=spreadsheet, state=RowState.DUPLICATE, decision=Decision.MERGE)
    return int(spreadsheet.new_count + spreadsheet.changed_count + merged.count())


def row_answer(request: MemberRequest, row: StagedRow) -> HttpResponse:
    """The one row again for htmx; else back to where it stands."""
    row.refresh_from_db()
    if not request.htmx:  # type: ignore[attr-defined] # put there by its middleware
        address = request.POST.get("back", "")
        back = address if address in RowState.values else ""
        response = redirect("imports:import_rows", request.membership.coalition.slug, row.spreadsheet_id)
        response["Location"] += (
            f"?state={back}#row-{row.position}" if back else f"?after={max(row.position - 3, 0)}#row-{row.position}"
        )
        return response
    columns, shown = preview.one_shown(row, request.POST.get("keys", "").split(","))
    context = {"row": shown, "spreadsheet": row.spreadsheet, "columns": columns, "state": request.POST.get("back", "")}
    return render(request, "imports/row.html", context)


@require_POST
@members(can_import)
def row_correct(request: MemberRequest, pk: UUID, row: UUID) -> HttpResponse:
    found = waiting_row(pk, row)
    column = request.POST.get("column", "")
    if column.isdigit() and int(column) < len(found.spreadsheet.plan[found.sheet]["columns"]):
        actions.correct_cell(found, by=request.membership, column=int(column), text=request.POST.get("text", ""))
    return row_answer(request, found)


@require_POST
@members(can_import)
def row_decide(request: MemberRequest, pk: UUID, row: UUID) -> HttpResponse:
    found = waiting_row(pk, row)
    decision = request.POST.get("decision", "")
    if decision in Decision.values:
        actions.decide_row(found, by=request.membership, decision=decision)
    return row_answer(request, found)


@require_http_methods(["GET", "POST"])
@members(can_import)
def row_merge(request: MemberRequest, pk: UUID, row: UUID) -> HttpResponse:
    """Both sides beside each other; per field ours, theirs or both."""
    found = waiting_row(pk, row)
    if request.method == "POST":
        picks = {
            key: pick
            for key in found.changes
            if (pick := request.POST.get(f"pick_{key}", "")) in {"ours", "theirs", "both"}
        }
        actions.merge_row(found, by=request.membership, picks=picks)
        return redirect("imports:import_rows", request.membership.coalition.slug, pk)
    sides = actions.compared_sides(found)
    return render(request, "imports/row_merge.html", {"row": found, "sides": sides, "spreadsheet": found.spreadsheet})


@require_POST
@members(can_import)
def import_empty_cells(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Leave all cells with this problem empty, so that their rows can go in."""
    spreadsheet = get_object_or_404(Spreadsheet, pk=pk, stage=Stage.ROWS)
    sheet, column = request.POST.get("sheet", ""), request.POST.get("column", "")
    if sheet.isdigit() and column.isdigit():
        actions.empty_cells(
            spreadsheet, by=request.membership, sheet=int(sheet), column=int(column), code=request.POST.get("code", "")
        )
    return redirect("imports:import_rows", request.membership.coalition.slug, pk)


@require_GET
@members(can_import)
def import_wrong(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The wrong rows as CSV, disarmed: nothing in it runs as a formula."""
    spreadsheet = get_object_or_404(Spreadsheet.objects.exclude(content=None), pk=pk)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="needs-a-look-{spreadsheet.pk}.csv"'
    response.write("\ufeff")
    csv.writer(response).writerows([escape_formula(cell) for cell in line] for line in preview.wrong_lines(spreadsheet))
    return response
