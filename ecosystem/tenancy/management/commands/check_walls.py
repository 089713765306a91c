"""`manage.py check_walls`: do the walls between coalitions stand?"""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ecosystem.tenancy.checks import wall_problems
from ecosystem.tenancy.registry import COALITION_TABLES


class Command(BaseCommand):
    help = "Asks PostgreSQL whether every wall between coalitions stands."

    def handle(self, *args: Any, **options: Any) -> None:
        if problems := wall_problems():
            raise CommandError("\n".join(problems))
        self.stdout.write(f"All walls stand: {len(COALITION_TABLES)} tables checked.")
