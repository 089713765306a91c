"""Take an import back: what people edited since stays, and is named."""

import json
from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import CommandError

from ecosystem.accounts.actors import Operator
from ecosystem.imports.actions import undo_spreadsheet
from ecosystem.imports.actions.undo import UndoError
from ecosystem.imports.models import Spreadsheet, StagedRow
from ecosystem.tenancy.commands import CoalitionCommand
from ecosystem.tenancy.models import Coalition


class Command(CoalitionCommand):
    help = "Undo an import by its id. Without --coalition it is looked for in each."

    def add_arguments(self, parser: ArgumentParser) -> None:  # type: ignore[override] # Django's own subclass of it
        super().add_arguments(parser)  # type: ignore[arg-type] # as above
        parser.add_argument("id", type=UUID)
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        self.is_found = False
        super().handle(*args, **options)
        if not self.is_found:
            raise CommandError("There is no import with this id.")

    def visit(self, coalition: Coalition, **options: Any) -> None:
        spreadsheet = Spreadsheet.objects.filter(pk=options["id"]).first()
        if spreadsheet is None:
            return
        self.is_found = True
        try:
            refused = undo_spreadsheet(spreadsheet, by=Operator("undo_import"))
        except UndoError as error:
            raise CommandError(f"This import cannot be undone any more ({error}).") from error
        spreadsheet.refresh_from_db()
        if options["json"]:
            self.stdout.write(json.dumps({"undone": spreadsheet.written_count - refused, "refused": refused}))
            return
        self.stdout.write(f"Undone: {spreadsheet.written_count - refused} rows. Left alone: {refused}.")
        for row in StagedRow.objects.filter(spreadsheet=spreadsheet, is_refused=True).order_by("position")[:50]:
            self.stdout.write(f"  row {row.number}: {row.label} (edited since)")
