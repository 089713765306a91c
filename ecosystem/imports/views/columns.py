"""Step 2: which column is which field, and what their values mean."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.imports import actions
from ecosystem.imports.actions.jobs import start_staging
from ecosystem.imports.folding import folded
from ecosystem.imports.models import Spreadsheet
from ecosystem.imports.rules import can_import
from ecosystem.imports.staging.choosing import column_facts, field_groups
from ecosystem.imports.targets import target


@require_http_methods(["GET", "POST"])
@members(can_import)
def import_columns(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet.objects.exclude(content=None), pk=pk)
    slug = request.membership.coalition.slug
    if request.method == "POST":
        actions.choose_columns(spreadsheet, by=request.membership, plan=plan_said(request, spreadsheet))
        if "again" not in request.POST:
            start_staging(spreadsheet, by=request.membership)
            return redirect("imports:import_rows", slug, pk)
        return redirect("imports:import_columns", slug, pk)
    context = {"spreadsheet": spreadsheet, "sheets": column_facts(spreadsheet), "groups": field_groups(spreadsheet)}
    return render(request, "imports/import_columns.html", context)


def plan_said(request: MemberRequest, spreadsheet: Spreadsheet) -> list[dict[str, Any]]:
    """The plan with what a person chose. What is no field of ours is no field."""
    fields = target(spreadsheet.target).fields()
    for number, sheet in enumerate(spreadsheet.plan):
        for column in sheet["columns"] if sheet["chosen"] else ():
            name = f"{number}_{column['index']}"
            key = request.POST.get(f"field_{name}", column["field"])
            if key != column["field"]:
                column.update(field=key if key in fields else "", why="chosen", map={}, drops=[])
                column["makes_new"] = bool(column["field"] and fields[key].makes_new)
                continue
            column["makes_new"] = (
                f"new_{name}" in request.POST if f"asked_{name}" in request.POST else column["makes_new"]
            )
            said = {
                folded(value) or value: request.POST.get(f"value_{name}_{i}", "")
                for i, (value, _) in enumerate(column["values"])
            }
            kept = {key: words for key, words in column["map"].items() if key not in said}
            column["map"] = kept | {key: words for key, words in said.items() if words}
    return list(spreadsheet.plan)
