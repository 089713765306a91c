"""The base of every command that works inside coalitions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.visits import open_coalitions, visiting


class CoalitionCommand(BaseCommand):
    """Visits the coalition named by `--coalition`, or each in turn. Subclasses write `visit`.

    `visit` runs in the coalition's scope and in one transaction of its own. With `needs_coalition` the command
    insists on a name, because what it does is meant for one coalition only.
    """

    needs_coalition = False
    visits_closed = False  # only for forgetting and for keys

    def add_arguments(self, parser: CommandParser) -> None:
        help_text = "the coalition's address" + ("" if self.needs_coalition else " (without it: each in turn)")
        parser.add_argument("--coalition", metavar="SLUG", default="", required=self.needs_coalition, help=help_text)

    @property
    def name(self) -> str:
        return type(self).__module__.rpartition(".")[2]

    def handle(self, *args: Any, **options: Any) -> None:
        slug = options.pop("coalition")
        coalitions = open_coalitions(self.name, slug, closed_too=self.visits_closed)
        if slug and not coalitions:
            raise CommandError(f"There is no open coalition “{slug}”.")
        for coalition in coalitions:
            with visiting(coalition.pk, self.name):
                self.visit(coalition, **options)

    def visit(self, coalition: Coalition, **options: Any) -> None:
        raise NotImplementedError
