"""Emptying tables is the owner's: the application's role may not truncate. Used by tests."""

from typing import Any

from django.core.management.commands.flush import Command as DjangoCommand

from ecosystem.tenancy.pg.roles import as_owner


class Command(DjangoCommand):
    def handle(self, **options: Any) -> None:
        with as_owner(options["database"]):
            super().handle(**options)
