"""Every address x every kind of person x own, other and random objects x every method: nothing crosses the wall."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls.converters import get_converters

from ecosystem.accounts import access
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import operator_scope
from tests.conftest import _person
from tests.house.full_world import World, fingerprint
from tests.house.test_doors import ours

METHODS = ("get", "post", "put", "patch", "delete", "head", "options")
PARTS = {"int": "1", "str": "resource", "slug": "resource", "path": "x"}
PART = re.compile(r"<(?:(\w+):)?(\w+)>")
MODEL_OF_VIEW = {  # where the first words of a view's name are not the model's
    "person": "accounts.Membership",
    "import": "imports.Spreadsheet",
    "own_chip": "mapping.OwnChip",
    "match": "mapping.NeedMatch",
    "new_seat": "accounts.Membership",
    "new_seat_approve": "accounts.Invitation",
    "row": "imports.Spreadsheet",
    "view": "mapping.SavedView",
}


def coalition_routes() -> list[tuple[str, Any]]:
    return [(route, item) for route, item in ours() if route.startswith("c/<slug:slug>/")]


def model_of(name: str) -> str | None:
    """The model whose row a view is about, by the house's naming."""
    by_name = {
        re.sub(r"(?<!^)(?=[A-Z])", "_", model.__name__).lower(): model._meta.label
        for model in COALITION_TABLES.values()
    }
    names = by_name | MODEL_OF_VIEW
    fitting = [word for word in names if name == word or name.startswith(f"{word}_")]
    return names[max(fitting, key=len)] if fitting else None


def filled(route: str, name: str, slug: str, ids: dict[str, UUID]) -> str:
    """The address with this world's ids in it."""

    def part(found: re.Match[str]) -> str:
        kind, key = found[1] or "str", found[2]
        if key == "slug":
            return slug
        if kind == "uuid":
            own = next(
                (value for label, value in ids.items() if label.split(".")[1].lower() == key.removesuffix("_id")), None
            )
            return str(own or ids.get(model_of(name) or "") or uuid4())
        return PARTS.get(kind) or get_converters()[kind].regex.split("|")[0]  # ours name what they take

    return "/" + PART.sub(part, route)


def posted(ids: dict[str, UUID]) -> dict[str, Any]:
    """A form that points at the other side with every field that it might have."""
    by_field = {label.split(".")[1].lower(): str(value) for label, value in ids.items()}
    return {
        **by_field,
        "pk": str(next(iter(ids.values()))),
        "ids": list(by_field.values()),
        "version": "1",
        "name": "planted",
    }


def calls(world: World, other: World, slug: str) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Method, address, whose objects, data."""
    nobody = dict.fromkeys(world.ids(), uuid4())
    for route, item in coalition_routes():
        for whose, ids, methods in (
            ("own", world.ids(), ("get",)),
            ("other", other.ids(), METHODS),
            ("random", nobody, ("get", "post")),
        ):
            address = filled(route, item.name, slug, ids)
            for method in methods:
                yield method, address, whose, posted(other.ids()) if method == "post" else {}


def leaks(client: Client, world: World, other: World, slug: str, *, outsider: bool) -> list[str]:
    """What came back that must not."""
    found, statuses = [], {}
    for method, address, whose, data in calls(world, other, slug):
        response = getattr(client, method)(address, data or None)
        body = (
            response.content.decode(errors="ignore")
            if not response.streaming
            else b"".join(response).decode(errors="ignore")
        )
        if other.marker in body:
            found.append(f"{method} {address} ({whose}) shows {other.marker}")
        if outsider and response.status_code not in (404, 405):
            found.append(f"{method} {address} answers {response.status_code} to a stranger")
        statuses[method, address, whose] = response.status_code
    return found


@pytest.fixture
def worlds(north, south, ana, cleo):
    return World(north, ana.membership).fill(), World(south, cleo.membership).fill()


@pytest.fixture
def quiet(client):
    client.raise_request_exception = True
    return client


def test_every_address_is_tried():
    assert len(coalition_routes()) > 20


def test_to_strangers_a_coalition_does_not_exist(quiet, worlds, cleo):
    north, south = worlds
    quiet.force_login(cleo.user)

    assert leaks(quiet, south, north, "north", outsider=True) == []


@pytest.mark.parametrize("role", ["organizer", "researcher", "coordinator", "admin"])
def test_members_reach_nothing_of_another_coalition(quiet, worlds, role):
    north, south = worlds
    before = fingerprint(south.coalition)
    person = _person(f"a-{role}", role, north.coalition)
    quiet.force_login(person.user)

    assert leaks(quiet, north, south, "north", outsider=False) == []
    assert fingerprint(south.coalition) == before


def test_without_signing_in_nothing_shows(quiet, worlds):
    north, south = worlds
    before = fingerprint(north.coalition)
    shown = [
        f"{method} {address}"
        for method, address, _, data in calls(south, north, "north")
        if (response := getattr(quiet, method)(address, data or None)).status_code not in (302, 404, 405)
        or north.marker in response.content.decode(errors="ignore")
    ]

    assert shown == []
    assert fingerprint(north.coalition) == before


def test_what_is_not_ours_looks_like_what_is_not_there(quiet, worlds, ana):
    north, south = worlds
    quiet.force_login(ana.user)
    answers: dict[tuple[str, str], dict[str, int]] = {}
    nobody = dict.fromkeys(north.ids(), uuid4())
    for route, item in coalition_routes():
        if "uuid:" in route:
            for whose, ids in (("other", south.ids()), ("random", nobody)):
                address = filled(route, item.name, "north", ids)
                answers.setdefault((route, item.name), {})[whose] = quiet.get(address).status_code

    assert {key: found for key, found in answers.items() if found["other"] != found["random"]} == {}


def test_the_matrix_catches_a_planted_leak(quiet, worlds, cleo, monkeypatch):
    """A door that opens any coalition to anybody: what a forgotten membership check would be."""
    from ecosystem.accounts.models import Membership
    from ecosystem.tenancy.models import Coalition

    def any_coalition(user_id: UUID, slug: str) -> UUID:
        with operator_scope("leak"):
            return Coalition.objects.get(slug=slug).pk

    north, south = worlds
    monkeypatch.setattr(access, "_own_coalition", any_coalition)
    monkeypatch.setattr(access, "_membership", lambda user_id: Membership.objects.select_related("coalition").get())
    quiet.force_login(cleo.user)

    assert leaks(quiet, south, north, "north", outsider=True) != []
