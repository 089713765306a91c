"""The importer against django-import-export's defaults, and against COPY of the rows that come out of it."""

import csv
import io
import json
import random
import tempfile
import time
from pathlib import Path

import tablib
from django.core.management import call_command
from django.db import connection, transaction
from import_export import resources

from ecosystem.tenancy.pg.roles import as_owner
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import (
    Answer,
    Area,
    Contact,
    Funding,
    Organization,
    Place,
    Resource,
    ResourceArea,
    ResourceLanguage,
)
from tests.bench.pages import coalition_id
from tests.bench.timing import Figure, seconds

# Final rows: the map with its history, what finds them, and by what the next file knows them. Staging is not.
KEPT = ("mapping_", "threads_searchdocument", "imports_sourcekey")
NUMBER = 3000  # of the benchmark's coalition that imports
ACCESS = (
    "Wheelchair",
    "Undocumented ok",
    "People who use drugs",
    "Sex trades",
    "Neurodivergent",
    "Queer",
    "Trans",
    "Language access",
)
HEADERS = ["ID", "Group", "Kind", "What it offers", "Area", "Phones", "Web", "Address", "City", "ZIP", "Lat", "Lon", "Hours",
           "Languages", *ACCESS, "Calls police", "Run by", "Paid by"]  # fmt: skip
DEFAULTS_SAMPLE = 1_000


def sheet(rows: int) -> list[list[str]]:
    """Rows of 25 columns, each group its own, as coalitions write them."""
    pick = random.Random(7).choice  # no secret
    lines = []
    for n in range(rows):
        open_at = pick(["Mon, Wed, Sat 11-2", "M-F 9am-5pm", "24/7", "by appointment", "Tue 6pm-9pm"])
        where = [f"{n} Orchard St", "Harrow Bend", "43952", f"{40 + n / 1e5:.5f}", f"{-80 - n / 1e5:.5f}"]
        access = [pick(["Y", "N", "partly", "?"]) for _ in ACCESS]
        said = [
            pick(["never", "if asked", "policy", "?"]),
            pick(["neighbors", "staff"]),
            pick(["mutual aid", "foundation"]),
        ]
        lines.append([f"b-{n}", f"Neighbors {n:06d} of Care", pick(["informal", "organization"]), f"Soup and company {n}",
                      f"Area {1 + n % 12}", f"740-555-{n % 10000:04d}", f"care{n}.example.org", *where, open_at,
                      pick(["English", "Spanish, English"]), *access, *said])  # fmt: skip
    return lines


def written(lines: list[list[str]], folder: Path, name: str = "bench.csv") -> Path:
    path = folder / name
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([HEADERS, *lines])
    return path


def imported(path: Path) -> dict[str, float]:
    """What the command says of one import."""
    out = io.StringIO()
    call_command("import_sheet", str(path), coalition=f"bench-{NUMBER}", json=True, stdout=out)
    answer: dict[str, float] = json.loads(out.getvalue().splitlines()[-1])
    return answer


def measured(rows: int) -> list[Figure]:
    """Fresh import, the same file again, the package's defaults, COPY of what came out."""
    from tests.bench.many import Shape, fill

    fill(NUMBER, NUMBER, Shape(resources=0, organizations=0, needs=0))
    with tempfile.TemporaryDirectory() as folder:
        path = written(sheet(rows), Path(folder))
        start = time.perf_counter()
        first = imported(path)
        fresh = time.perf_counter() - start
        start = time.perf_counter()
        again = imported(path)
        same = time.perf_counter() - start
    assert (first["new"], again["same"]) == (rows, rows), (first, again)
    copied = copy_of_final_rows()
    usual = defaults(sheet(DEFAULTS_SAMPLE))
    rate, usual_rate = rows / fresh, DEFAULTS_SAMPLE / usual
    return [
        Figure(f"import of {rows:,} rows x {len(HEADERS)} columns, file to map", f"{rate:,.0f} rows/s",
               f"{usual_rate:,.0f} rows/s by django-import-export with its defaults, same tables, both with preview", f"{rate / usual_rate:.1f}", "at least 20",
               rate / usual_rate >= 20),
        Figure("the same import against COPY of the final rows, children and history", f"{fresh:.1f} s", f"{copied:.1f} s",
               f"{copied / fresh:.2f}", "at least 0.25", copied / fresh >= 0.25),
        Figure("the same file again, nothing changed", f"{same:.1f} s", f"{fresh:.1f} s fresh", f"{same / fresh:.2f}",
               "below 1", same < fresh),
    ]  # fmt: skip


class Defaults(resources.ModelResource):
    """What one would write with django-import-export and no options: a row saved after the other, its children after it."""

    class Meta:
        model = Resource
        fields = ("id", "organization", "name", "name_key", "offers", "run_by", "language", "status")

    def after_save_instance(self, instance, row, **kwargs):
        line = row["line"]
        Contact.objects.create(organization=instance.organization, way="phone", value=line[5])
        Contact.objects.create(organization=instance.organization, way="web", value=line[6])
        Place.objects.create(organization=instance.organization, street=line[7], city=line[8], zip_code=line[9],
                             latitude=line[10], longitude=line[11])  # fmt: skip
        ResourceArea.objects.create(resource=instance, area=Area.objects.get(name_key=line[4].lower()))
        for language in line[13].split(", "):
            ResourceLanguage.objects.create(resource=instance, language=language[:2].lower())
        for question, value in zip(ACCESS, line[14:22], strict=True):
            Answer.objects.create(resource=instance, question=question, value=value)
        Answer.objects.create(resource=instance, question="brings_police", value=line[22])
        Funding.objects.create(resource=instance, kind=line[24].replace(" ", "_"))


def defaults(lines: list[list[str]]) -> float:
    """Seconds that the package takes for these rows, with its defaults, into the same tables: preview, then import.

    That is what its own pages do, and what ours is measured with.
    """
    with coalition_scope(coalition_id(NUMBER)), transaction.atomic():
        groups = [Organization.objects.create(name=f"{line[1]} again", name_key=line[1]) for line in lines]
        rows = [
            ["", str(group.pk), line[1], line[1], line[3], line[23], "en", "open", line]
            for group, line in zip(groups, lines, strict=True)
        ]
        data = tablib.Dataset(*rows, headers=[*Defaults._meta.fields, "line"])
        took = seconds(lambda: Defaults().import_data(data, dry_run=True, raise_errors=True))  # its preview
        took += seconds(lambda: Defaults().import_data(data, dry_run=False, raise_errors=True))
        transaction.set_rollback(True)
    return took


def copy_of_final_rows() -> float:
    """Seconds that COPY takes for the same rows of every table, into tables with the same indexes and no triggers."""
    key, total = coalition_id(NUMBER), 0.0
    tables = [name for name in sorted(COALITION_TABLES) if name.startswith(KEPT)]
    with as_owner(), connection.cursor() as cursor:
        for table in tables:
            twin = f"bench_{table}"[:60]
            cursor.execute(f'CREATE TABLE "{twin}" (LIKE "{table}" INCLUDING ALL)')
            with cursor.copy(f"COPY (SELECT * FROM \"{table}\" WHERE coalition_id = '{key}') TO STDOUT") as out:
                block = b"".join(out)
            total += seconds(lambda block=block, twin=twin: _copied(cursor, twin, block))
            cursor.execute(f'DROP TABLE "{twin}"')
    return total


def _copied(cursor, twin: str, block: bytes) -> None:
    with cursor.copy(f'COPY "{twin}" FROM STDIN') as into:
        into.write(block)
