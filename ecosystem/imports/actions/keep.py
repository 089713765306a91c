"""Staged copies do not stay: after their day the file, its rows and the way back are destroyed."""

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.imports.models import FormerRow, Spreadsheet, StagedRow


@transaction.atomic
def destroy_staging(spreadsheet: Spreadsheet, *, by: Actor) -> None:
    """Delete means gone: only the name of the file, its counts and its dates remain."""
    StagedRow.objects.filter(spreadsheet=spreadsheet).delete()
    FormerRow.objects.filter(spreadsheet=spreadsheet).delete()
    spreadsheet.content, spreadsheet.plan, spreadsheet.creates = None, [], {}
    spreadsheet.save()
