"""Migrations run as the owner of the tables; the application's role may not change them."""

from typing import Any

from django.core.management.commands.migrate import Command as DjangoCommand

from ecosystem.tenancy.pg.roles import as_owner, grant_globals, guard_history


class Command(DjangoCommand):
    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner(options["database"]):
            super().handle(*args, **options)
            if not options.get("plan") and not options.get("check_unapplied"):
                grant_globals(options["database"])
                guard_history(options["database"])
