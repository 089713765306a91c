"""`manage.py nightly`: what the worker does every night, at once (for cron, or to look)."""

from typing import Any

from ecosystem.history.purge import clean_coalition, clean_globals
from ecosystem.tenancy.commands import CoalitionCommand
from ecosystem.tenancy.models import Coalition


class Command(CoalitionCommand):
    visits_closed = True
    help = "Deletes what nobody can bring back any more: history of deleted rows, old drafts, staged files, sessions."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"for all: {clean_globals()} rows")
        super().handle(*args, **options)

    def visit(self, coalition: Coalition, **options: Any) -> None:
        self.stdout.write(f"{coalition.slug}: {clean_coalition()} rows")
