"""Long work on spreadsheets, done by the worker. Small files are done at once, in the request."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction

from ecosystem.accounts.actors import Actor, Operator
from ecosystem.imports.actions.keep import destroy_staging
from ecosystem.imports.actions.merge import merge_spreadsheet
from ecosystem.imports.actions.prepare import stage_spreadsheet
from ecosystem.imports.models import Spreadsheet, Stage
from ecosystem.tenancy.scope import narrowed
from ecosystem.tenancy.tasks import coalition_task

AT_ONCE = 1_500
WENT_WRONG = "went_wrong"


@coalition_task(in_one_transaction=False)
def stage_in_background(*, import_id: UUID) -> None:
    work(import_id, stage_spreadsheet, after_failure=Stage.COLUMNS)


@coalition_task(in_one_transaction=False)
def merge_in_background(*, import_id: UUID) -> None:
    work(import_id, merge_spreadsheet, after_failure=Stage.ROWS)


@coalition_task()
def destroy_old_staging() -> None:
    """Nightly, in each coalition."""
    for spreadsheet in Spreadsheet.objects.past_keeping():
        destroy_staging(spreadsheet, by=Operator("destroy_old_staging"))


def work(import_id: UUID, action: Callable[..., Any], *, after_failure: str) -> None:
    """In the name of who uploaded the file. A failure rolls back, and the page says so instead of turning forever."""
    with transaction.atomic():
        spreadsheet = Spreadsheet.objects.select_related("by").get(pk=import_id)
    by: Actor = spreadsheet.by or Operator(action.__name__)
    who = {"user_id": spreadsheet.by.user_id, "actor": "member"} if spreadsheet.by else {}
    try:
        with narrowed(action=f"imports:{action.__name__}", **who), transaction.atomic():
            action(spreadsheet, by=by)
    except Exception:
        with transaction.atomic():
            Spreadsheet.objects.filter(pk=import_id).update(stage=after_failure, problem=WENT_WRONG)
        raise


@transaction.atomic
def start_staging(spreadsheet: Spreadsheet, *, by: Actor) -> None:
    """Read the rows now, or queue it."""
    if sum(sheet["row_count"] for sheet in spreadsheet.plan if sheet["chosen"]) <= AT_ONCE:
        stage_spreadsheet(spreadsheet, by=by)
        return
    Spreadsheet.objects.filter(pk=spreadsheet.pk).update(stage=Stage.STAGING, problem="")
    stage_in_background.defer(import_id=spreadsheet.pk)


@transaction.atomic
def start_merge(spreadsheet: Spreadsheet, *, by: Actor) -> None:
    """Write the rows now, or queue it."""
    if spreadsheet.row_count <= AT_ONCE:
        merge_spreadsheet(spreadsheet, by=by)
        return
    Spreadsheet.objects.filter(pk=spreadsheet.pk).update(stage=Stage.MERGING, problem="")
    merge_in_background.defer(import_id=spreadsheet.pk)
