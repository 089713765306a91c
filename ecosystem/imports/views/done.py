"""Step 4: one merge, its progress, and the way back."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.imports import actions
from ecosystem.imports.actions.jobs import start_merge
from ecosystem.imports.actions.undo import UndoError
from ecosystem.imports.models import Spreadsheet, Stage, StagedRow
from ecosystem.imports.rules import can_import
from ecosystem.imports.staging.progress import progress_of
from ecosystem.imports.views.rows import UNDER_WAY
from ecosystem.ui.toasts import say

REFUSED_SHOWN = 100


@require_POST
@members(can_import)
def import_merge(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet, pk=pk, stage=Stage.ROWS)
    start_merge(spreadsheet, by=request.membership)
    return redirect("imports:import_done", request.membership.coalition.slug, pk)


@require_GET
@members(can_import)
def import_progress(request: MemberRequest, pk: UUID) -> HttpResponse:
    """For the bar: how far, and where to go once it is done."""
    spreadsheet = get_object_or_404(Spreadsheet.objects.only("stage"), pk=pk)
    work = progress_of(pk)
    answer: dict[str, Any] = {"done": work.done_count if work else 0, "total": work.total_count if work else 1}
    if spreadsheet.stage not in UNDER_WAY:
        answer["finished_url"] = reverse("imports:import_rows", args=[request.membership.coalition.slug, pk])
    return JsonResponse(answer)


@require_GET
@members(can_import)
def import_done(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet.objects.defer("content"), pk=pk)
    if spreadsheet.stage in {Stage.COLUMNS, Stage.ROWS}:
        return redirect("imports:import_rows", request.membership.coalition.slug, pk)
    if spreadsheet.stage in UNDER_WAY:
        return render(request, "imports/import_work.html", {"spreadsheet": spreadsheet, "work": progress_of(pk)})
    refused = StagedRow.objects.filter(spreadsheet=spreadsheet, is_refused=True).order_by("position")[:REFUSED_SHOWN]
    return render(request, "imports/import_done.html", {"spreadsheet": spreadsheet, "refused": refused})


@require_POST
@members(can_import)
def import_undo(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet, pk=pk)
    try:
        actions.undo_spreadsheet(spreadsheet, by=request.membership)
        say(request, _("The import was taken back."))
    except UndoError:
        say(request, _("This import cannot be taken back any more."))
    return redirect("imports:import_done", request.membership.coalition.slug, pk)
