"""`manage.py coalitions --json`: which coalitions are open, and how many resources each has."""

import json
from typing import Any

from django.core.management.base import CommandParser

from ecosystem.tenancy.commands import CoalitionCommand
from ecosystem.tenancy.models import Coalition
from mapping.models import Resource


class Command(CoalitionCommand):
    help = "Lists the open coalitions with the number of their resources, visiting them one by one."

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--json", action="store_true", help="for machines")

    def handle(self, *args: Any, **options: Any) -> None:
        self.found: list[dict[str, Any]] = []
        super().handle(*args, **options)
        if options["json"]:
            self.stdout.write(json.dumps(self.found, ensure_ascii=False))
            return
        for row in self.found:
            self.stdout.write(f"{row['slug']:<24} {row['resources']:>6}  {row['name']}")

    def visit(self, coalition: Coalition, **options: Any) -> None:
        self.found.append({"slug": coalition.slug, "name": coalition.name, "resources": Resource.objects.count()})
