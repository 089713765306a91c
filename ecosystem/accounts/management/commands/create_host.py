"""`manage.py create_host NAME`: the account of whoever runs the service."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ecosystem.accounts.actions import create_host
from ecosystem.accounts.actors import Operator


class Command(BaseCommand):
    help = "Makes the account that opens and closes coalitions, or gives it a new password."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("name", metavar="NAME", help="user name for signing in")

    def handle(self, *args: Any, **options: Any) -> None:
        user, password = create_host(username=options["name"], by=Operator("create_host"))
        self.stdout.write(f"User name: {user.username}\nPassword:  {password}")
        self.stdout.write(
            "It is shown this once. Sign in at /account/login/, change it, and set up the second step that you are "
            "asked for. A host opens and closes coalitions and sees nothing inside of them."
        )
