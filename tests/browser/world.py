"""What the browser finds: the demo's coalitions, with one of everything that a page needs."""

from dataclasses import dataclass, field
from typing import Any

from django.test import Client

from ecosystem.accounts.actions.accounts import create_account
from ecosystem.accounts.actions.invitations import invite
from ecosystem.accounts.actions.people import add_member
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.models import Membership, User
from ecosystem.demo.people import SIGN_INS
from ecosystem.demo.seed import seed_if_empty
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import operator_scope
from ecosystem.tenancy.visits import visiting
from mapping.models import Need, Organization, Resource

BY = Operator("browser")
SLUG = "harrow-bend"
ADMIN, COORDINATOR, ORGANIZER, HOST, NOBODY = "amina", "ines", "dario", "host", ""
NEW_COORDINATOR = "nadia"  # has no second factor yet, and needs one
RICH = {Resource: "Fridge on Fifth", Organization: "Millgate Shelter Desk", Need: "A bed tonight, no papers asked"}


@dataclass
class World:
    """Addresses of what is there. Rows are read anew by whoever needs them."""

    coalition_id: Any
    sessions: dict[str, str] = field(default_factory=dict)  # of each user name
    rows: dict[str, str] = field(default_factory=dict)  # id by the model's name in lower case
    token: str = ""  # of an open invitation


def build() -> World:
    seed_if_empty(say=lambda words: None)
    with operator_scope("browser"):
        coalition = _coalition()
    world = World(coalition.pk)
    _nadia(coalition)
    with visiting(coalition.pk, "browser"):
        members = {seat.user.username: seat for seat in Membership.objects.select_related("user")}
        world.token = invite(role="organizer", called="Rosa", by=members[ADMIN]).token
        _one_of_each(world, members)
        world.rows = _first_rows()
    for name in [*(person.username for person in SIGN_INS), NEW_COORDINATOR]:
        world.sessions[name] = _session(name)
    return world


def _coalition() -> Coalition:
    from django.db import transaction

    with transaction.atomic():
        return Coalition.objects.get(slug=SLUG)


def _nadia(coalition: Coalition) -> None:
    user = create_account(username=NEW_COORDINATOR, password="a long walk home", language="en")
    with visiting(coalition.pk, "browser"):
        add_member(user=user, role="coordinator", called="Nadia", by=BY)


def _one_of_each(world: World, members: dict[str, Membership]) -> None:
    """What the demo does not have."""


def _first_rows() -> dict[str, str]:
    found = {}
    for model in COALITION_TABLES.values():
        if not hasattr(model, "pgh_tracked_model"):
            rows = model._default_manager.all()
            wanted = {"name": RICH[model]} if model in (Resource, Organization) else {}
            wanted = {"summary": RICH[model]} if model is Need else wanted
            row = rows.filter(**wanted).first() or rows.first()
            if row is not None:
                found[model.__name__.lower()] = str(row.pk)
    return found


def _session(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client.cookies["sessionid"].value
