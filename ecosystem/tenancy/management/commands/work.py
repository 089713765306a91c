"""`manage.py work`: does the queued jobs, as the weak role, and starts the nightly ones."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError, CommandParser

from ecosystem.jobs import run_worker
from ecosystem.tenancy.checks import refuse_to_start_without_walls


class Command(BaseCommand):
    help = "Does queued jobs until it is stopped (Ctrl C lets the running ones finish)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="stop when nothing is queued")
        parser.add_argument("--at-a-time", type=int, default=2, metavar="N", help="jobs at the same moment (2)")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            refuse_to_start_without_walls()
        except ImproperlyConfigured as error:
            raise CommandError(f"The worker cannot start: {error}") from error
        run_worker(at_a_time=options["at_a_time"], once=options["once"])
