"""Bring a spreadsheet in from the command line: the same steps as on screen, with the guesses taken as they are."""

import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from ecosystem.accounts.actors import Operator
from ecosystem.imports.actions import add_spreadsheet, choose_columns, merge_spreadsheet, stage_spreadsheet
from ecosystem.imports.models import Spreadsheet
from ecosystem.imports.sheets import SheetError
from ecosystem.imports.sheets.limits import MB, Limits
from ecosystem.imports.targets import all_targets
from ecosystem.tenancy.commands import CoalitionCommand
from ecosystem.tenancy.models import Coalition


class Command(CoalitionCommand):
    help = "Import a spreadsheet into one coalition. Duplicates and wrong rows wait; see them on screen."
    needs_coalition = True

    def add_arguments(self, parser: ArgumentParser) -> None:  # type: ignore[override] # Django's own subclass of it
        super().add_arguments(parser)  # type: ignore[arg-type] # as above
        parser.add_argument("file", type=Path)
        parser.add_argument("--sheet", action="append", default=[], help="only this sheet (may be given several times)")
        parser.add_argument(
            "--columns", type=Path, help='a JSON file: {"header": "field"}; an empty field keeps a column out'
        )
        parser.add_argument("--target", default="groups", choices=[target.key for target in all_targets()])
        parser.add_argument("--dry-run", action="store_true", help="count, and write nothing")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def visit(self, coalition: Coalition, **options: Any) -> None:
        started = time.monotonic()
        by = Operator("import_sheet")
        try:
            spreadsheet = self.prepared(options, by)
        except SheetError as error:
            raise CommandError(str(error)) from error
        stage_spreadsheet(spreadsheet, by=by)
        if not options["dry_run"]:
            merge_spreadsheet(spreadsheet, by=by)
        spreadsheet.refresh_from_db()
        counts = {"rows": spreadsheet.row_count, **spreadsheet.counts, "seconds": round(time.monotonic() - started, 2)}
        if options["dry_run"]:
            transaction.set_rollback(True)
        self.tell(spreadsheet, counts, options)

    def prepared(self, options: dict[str, Any], by: Operator) -> Spreadsheet:
        path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        if path.stat().st_size > Limits().file_bytes:
            raise SheetError("too_large", size=round(path.stat().st_size / MB, 1), limit=Limits().file_bytes // MB)
        spreadsheet = add_spreadsheet(by=by, name=path.name, content=path.read_bytes(), target_key=options["target"])
        plan = self.chosen_sheets(spreadsheet.plan, options["sheet"])
        if options["columns"]:
            self.set_columns(plan, options["columns"], spreadsheet)
        choose_columns(spreadsheet, by=by, plan=plan)
        return spreadsheet

    def chosen_sheets(self, plan: list[dict[str, Any]], wanted: list[str]) -> list[dict[str, Any]]:
        if missing := set(wanted) - {sheet["name"] for sheet in plan}:
            raise CommandError(f"There is no sheet {', '.join(sorted(missing))}.")
        for sheet in plan:
            sheet["chosen"] = sheet["name"] in wanted if wanted else sheet["chosen"]
        return plan

    def set_columns(self, plan: list[dict[str, Any]], path: Path, spreadsheet: Spreadsheet) -> None:
        try:
            said = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise CommandError(f"{path} is no JSON file.") from error
        fields = next(target for target in all_targets() if target.key == spreadsheet.target).fields()
        if unknown := {field for field in said.values() if field} - fields.keys():
            raise CommandError(f"There is no field {', '.join(sorted(unknown))}. Fields: {', '.join(fields)}.")
        for column in (column for sheet in plan for column in sheet["columns"]):
            column["field"] = said.get(column["header"], column["field"]) or ""

    def tell(self, spreadsheet: Spreadsheet, counts: dict[str, Any], options: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(counts))
            return
        words = ", ".join(f"{count} {name}" for name, count in counts.items())
        self.stdout.write(f"{spreadsheet.name}: {words}")
        if not options["dry_run"]:
            self.stdout.write(f"Undo with: manage.py undo_import {spreadsheet.pk}")
