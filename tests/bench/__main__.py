"""`make bench`: measures everything in one run, prints the table and keeps it in docs/benchmarks.md."""

import os
import platform
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
COALITIONS, LARGE = 1000, 2000
SMALL = 1001


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "ecosystem.settings"
    os.environ["ECOSYSTEM_DATA_DIR"] = str(ROOT / ".data" / "bench")
    quick = "--quick" in sys.argv
    import django

    django.setup()
    figures = measured(coalitions=20 if quick else COALITIONS, rows=2_000 if quick else 10_000)
    text = page([figure.row() for figure in figures])
    print(text)
    if not quick:
        (ROOT / "docs" / "benchmarks.md").write_text(text)
    sys.exit(any(not figure.holds for figure in figures))


def measured(*, coalitions: int, rows: int) -> list:
    """All figures. The database of the last run is thrown away first."""
    from django.conf import settings
    from django.core.management import call_command

    from ecosystem import embedded
    from tests.bench import imports, pages
    from tests.bench.many import Shape, fill

    embedded.throw_away(settings.DATA_DIR)
    call_command("migrate", verbosity=0)
    shape = Shape()
    say(f"{coalitions} coalitions with {shape.resources} resources each")
    figures = pages.one_of_many(shape, coalitions)
    say("search")
    fill(SMALL, SMALL, shape, searchable=True)
    fill(LARGE, LARGE, Shape(resources=rows * 10), searchable=True)
    figures += pages.search(SMALL, LARGE, rows * 10)
    say("imports")
    return figures + imports.measured(rows)


def say(words: str) -> None:
    print(f"… {words}", file=sys.stderr, flush=True)


def page(rows: list[str]) -> str:
    from django import VERSION
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        server = cursor.fetchone()[0]
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, Django {'.'.join(map(str, VERSION[:3]))}, PostgreSQL {server}"
    head = [
        "# Benchmarks",
        "",
        "Written by `make bench`, in one run. Ratios are what lasts; times are of this machine:",
        f"{machine}.",
        "",
    ]
    table = ["| what | value | compared with | ratio | bound | holds |", "|---|---|---|---|---|---|"]
    return "\n".join([*head, *table, *rows, ""])


if __name__ == "__main__":
    main()
