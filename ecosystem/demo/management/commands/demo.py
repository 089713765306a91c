"""`manage.py demo`: database, two invented coalitions, worker and server with one command."""

import os
import signal
import subprocess
import sys
from argparse import ArgumentParser
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from ecosystem import embedded, env
from ecosystem.demo.people import SIGN_INS
from ecosystem.demo.seed import seed_if_empty

THREADS = 8


class Command(BaseCommand):
    help = "Runs two invented coalitions on this machine. Ctrl-C stops everything; the data stays."
    requires_system_checks: list[str] = []  # as Django declares it; checks run once migrations have

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--reset", action="store_true", help="throw the demo's data away and stop")
        parser.add_argument("--seed-only", action="store_true", help="make the data and stop")

    def handle(self, *, reset: bool, seed_only: bool, **options: Any) -> None:
        if not settings.EMBEDDED:
            raise CommandError("DATABASE_URL is set. The demo runs on its embedded database only: unset it first.")
        if reset:
            self._reset()
            return
        self.stdout.write("Preparing the database …")
        call_command("migrate", verbosity=0)
        call_command("check_walls", verbosity=0, stdout=self.stdout)
        if seed_if_empty(say=self._say):
            self._say("The demo's coalitions are ready.")
        if not seed_only:
            self._serve(env.number("PORT", 8000))

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()

    def _reset(self) -> None:
        if embedded.is_running(settings.DATA_DIR):
            raise CommandError("The demo is running. Stop it with Ctrl-C in its window, then try again.")
        embedded.throw_away(settings.DATA_DIR)
        self._say("The demo's data is gone. `make demo` begins anew.")

    def _serve(self, port: int) -> None:
        address = f"localhost:{port}"
        web = [sys.executable, "-m", "gunicorn", "ecosystem.wsgi", "--bind", address, "--threads", str(THREADS)]
        web += ["--worker-class", "gthread", "--log-level", "warning", "--config", "python:ecosystem.demo.server"]
        worker = [sys.executable, "manage.py", "work"]
        environment = {**os.environ, "STATIC_COLLECTED": "yes"}
        collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
        subprocess.run(collect, cwd=settings.BASE_DIR, env=environment, check=True)  # noqa: S603 # constants
        running = [
            subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)  # noqa: S603 # constants
            for command in (web, worker)
        ]
        signal.signal(signal.SIGTERM, _leave)
        signal.signal(signal.SIGINT, _leave)
        self._say(self._welcome(address))
        try:
            while all(process.poll() is None for process in running):
                signal.sigtimedwait([], 1)
            raise CommandError(f"A part of the demo has stopped. Is something else using port {port}?")
        except SystemExit:
            self._say("\nStopping …")
        finally:
            _stop(running)

    @staticmethod
    def _welcome(address: str) -> str:
        lines = ["", f"  Ecosystem is at http://{address}/", "", "  Sign in as (the second factor is off for these):"]
        lines += [f"    {person.username:<8} {person.password:<22} {person.what}" for person in SIGN_INS]
        return "\n".join([*lines, "", "  Ctrl-C stops everything. The data stays until `make demo-reset`.", ""])


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


def _stop(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        if process.poll() is None:
            process.terminate()
    for process in running:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
