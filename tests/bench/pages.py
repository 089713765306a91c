"""Pages of one coalition: alone, beside 999 others, with and without the walls."""

import uuid
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ecosystem.accounts.models import DirectoryEntry, Membership, User
from ecosystem.tenancy.pg import base, compiler
from ecosystem.tenancy.pg.roles import as_owner
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Resource
from tests.bench.many import Shape, fill
from tests.bench.timing import Figure, median, milliseconds, taking_turns

MOST_QUERIES = 12
ALONE = "alone"
PAGES = {
    "list of resources": "mapping:resource_list",
    "page of one resource": "mapping:resource_detail",
    "comparison": "mapping:comparison",
    "ecosystem sheet": "mapping:sheet",
}


def coalition_id(number: int) -> uuid.UUID:
    """The key that `many.py` gives to the coalition with this number."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT md5('coalition-' || %s)::uuid", [number])
        found: uuid.UUID = cursor.fetchone()[0]
    return found


def coordinator(number: int) -> Client:
    """A signed-in coordinator of that coalition."""
    key, slug = coalition_id(number), f"bench-{number}"
    user = User.objects.create(username=slug, is_demo=True)
    with coalition_scope(key), transaction.atomic():
        Membership.objects.create(user=user, role="coordinator", called="Bench")
        DirectoryEntry.objects.create(user=user, slug=slug, name=slug, role="coordinator")
    client = Client()
    client.force_login(user)
    return client


def address(view: str, number: int) -> str:
    slug = f"bench-{number}"
    if view != "mapping:resource_detail":
        return reverse(view, args=[slug])
    with coalition_scope(coalition_id(number)), transaction.atomic():
        return reverse(view, args=[slug, Resource.objects.order_by("name_key").first().pk])


def opened(client: Client, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200, f"{path}: {response.status_code}"


def one_of_many(shape: Shape, coalitions: int) -> list[Figure]:
    """Each page of coalition 1 alone in a database of its own, and beside all others: in turns."""
    fill(1, 1, shape)
    client = coordinator(1)
    paths = {what: address(view, 1) for what, view in PAGES.items()}
    figures = [cost_of_walls(client)]
    copy_database(ALONE)
    fill(2, coalitions, shape)
    for what, path in paths.items():
        alone, beside = in_turns(client, path)
        ratio = beside / alone
        figures.append(
            Figure(f"{what}, {coalitions * shape.resources:,} resources in {coalitions:,} coalitions",
                   milliseconds(beside), f"{milliseconds(alone)} alone", f"{ratio:.2f}", "at most 1.25", ratio <= 1.25)
        )  # fmt: skip
        figures.append(queries(client, what, path))
    return figures


def copy_database(name: str) -> None:
    """A copy of the benchmark's database as it is now."""
    source = connection.settings_dict["NAME"]
    with as_owner():
        connection.settings_dict["NAME"] = "postgres"
        with connection.cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}"')
        connection.close()
        connection.settings_dict["NAME"] = source


@contextmanager
def database(name: str) -> Any:
    kept = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = kept


def in_turns(client: Client, path: str, rounds: int = 7) -> tuple[float, float]:
    """Medians in seconds, alone and beside all others, so that what else the machine does hits both."""
    alone, beside = [], []
    for _ in range(rounds):
        with database(ALONE):
            alone.append(median(lambda: opened(client, path), times=5))
        beside.append(median(lambda: opened(client, path), times=5))
    return sorted(alone)[rounds // 2], sorted(beside)[rounds // 2]


def queries(client: Client, what: str, path: str) -> Figure:
    with CaptureQueriesContext(connection) as captured:
        opened(client, path)
    told = [
        entry
        for entry in captured.captured_queries
        if not entry["sql"].startswith(("SET ", "SAVEPOINT", "RELEASE", "BEGIN", "COMMIT"))
    ]
    return Figure(f"{what}: queries", str(len(told)), "", "", f"at most {MOST_QUERIES}", len(told) <= MOST_QUERIES)


@contextmanager
def without_walls() -> Any:
    """The same request with no scope told, no condition written and a role to which every row is open."""
    kept = compiler._conditions, base.DatabaseWrapper.tell_scope, compiler.SQLInsertCompiler.as_sql
    with as_owner():
        compiler._conditions = lambda query: []
        base.DatabaseWrapper.tell_scope = lambda self: None  # type: ignore[method-assign] # for this comparison only
        try:
            yield
        finally:
            compiler._conditions, base.DatabaseWrapper.tell_scope = kept[:2]  # type: ignore[method-assign] # put back


def cost_of_walls(client: Client, rounds: int = 7) -> Figure:
    """A list request with the walls and without, in turns, while coalition 1 is alone: both show the same rows."""
    path = address("mapping:resource_list", 1)
    with_walls, without = [], []
    for _ in range(rounds):  # in turns, so that what else the machine does hits both
        with_walls.append(median(lambda: opened(client, path), times=9))
        with without_walls():
            without.append(median(lambda: opened(client, path), times=9))
    ratio = sorted(with_walls)[rounds // 2] / sorted(without)[rounds // 2]
    return Figure(
        "the walls, in a list request", milliseconds(sorted(with_walls)[rounds // 2]),
        f"{milliseconds(sorted(without)[rounds // 2])} without walls", f"{ratio:.2f}", "at most 1.15", ratio <= 1.15,
    )  # fmt: skip


def search(small: int, large: int, rows: int) -> list[Figure]:
    """The same word in a coalition of a thousand resources and in a large one."""
    clients = {number: coordinator(number) for number in (small, large)}
    paths = {number: reverse("overview:search", args=[f"bench-{number}"]) + "?q=bread" for number in clients}
    little, much = taking_turns(
        lambda: opened(clients[small], paths[small]), lambda: opened(clients[large], paths[large])
    )
    ratio = much / little
    return [
        Figure(f"search among {rows:,} resources", milliseconds(much), f"{milliseconds(little)} among 1,000",
               f"{ratio:.2f}", "at most 3", ratio <= 3)
    ]  # fmt: skip
