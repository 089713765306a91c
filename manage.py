#!/usr/bin/env python
"""The command line of the project. Starts or joins the embedded database when no DATABASE_URL is set."""

import os
import signal
import sys


def main() -> None:
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ecosystem.settings")
    # Leave through the ordinary door, so that the embedded database is stopped as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"Ecosystem cannot start: {error}")


if __name__ == "__main__":
    main()
