"""What the browser finds: the demo's coalitions, with one of everything that a page needs."""

from dataclasses import dataclass, field
from typing import Any

from allauth.mfa.recovery_codes.internal import auth as recovery_codes_auth
from allauth.mfa.totp.internal import auth as totp_auth
from django.db import transaction
from django.http import QueryDict
from django.test import Client

from ecosystem.accounts.actions import add_member, ask_new_seat, create_account, give_seat, invite
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.models import Invitation, Membership, SeatKind, User
from ecosystem.demo.people import SIGN_INS
from ecosystem.demo.seed import seed_if_empty
from ecosystem.drafts.actions import keep_draft
from ecosystem.imports.actions import add_spreadsheet, choose_columns, stage_spreadsheet
from ecosystem.imports.models import RowState, Spreadsheet, StagedRow
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import operator_scope
from ecosystem.tenancy.visits import visiting
from mapping.actions.arranging.questions import add_question
from mapping.actions.lists.saved_views import save_view
from mapping.actions.own_sheet import add_own_chip
from mapping.actions.places import add_place
from mapping.actions.promises import add_promised_person
from mapping.geo.location import Location
from mapping.models import Area, Need, Organization, Precision, QuestionKind, Resource, Side, Subject

BY = Operator("browser")
SLUG = "harrow-bend"
ADMIN, COORDINATOR, ORGANIZER, RESEARCHER, HOST, NOBODY = "amina", "ines", "dario", "luz", "host", ""
SECOND_ADMIN = "olga"
NEW_COORDINATOR = "nadia"  # has no second factor yet, and needs one
RICH = {Resource: "Fridge on Fifth", Organization: "Millgate Shelter Desk", Need: "A bed tonight, no papers asked"}

MESSY = """Group,What they offer,Area,Phone,Calls police?,Last checked
Fridge on Fifth St,"Free fridge, take what you need",Food,740 555 0178,never,4/12/2026
Moth Light Porch,Tea after midnight,Crisis response,740-555-0999,perhaps if loud,2026-05-01
,Rides on Sundays,Transport,12,never,31/31/2026
Barber on Loom,Listens; lends tools,Healing,,never,
"""


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
    _two_more(coalition)
    with visiting(coalition.pk, "browser"):
        members = {seat.user.username: seat for seat in Membership.objects.select_related("user")}
        _one_of_each(members)
        world.token = invite(role="organizer", called="Rosa", by=members[ADMIN]).token
        world.rows = _first_rows() | _said_rows()
    _factors()
    for name in [*(person.username for person in SIGN_INS), NEW_COORDINATOR, SECOND_ADMIN]:
        world.sessions[name] = _session(name)
    return world


def _coalition() -> Coalition:
    with transaction.atomic():
        return Coalition.objects.get(slug=SLUG)


def _two_more(coalition: Coalition) -> None:
    for name, role, is_demo in ((NEW_COORDINATOR, "coordinator", False), (SECOND_ADMIN, "admin", True)):
        user = create_account(username=name, password="a long walk home", is_demo=is_demo)
        with visiting(coalition.pk, "browser"):
            add_member(user=user, role=role, called=name.capitalize(), by=BY)


def _one_of_each(members: dict[str, Membership]) -> None:
    """What the demo does not have."""
    amina, food, bread = members[ADMIN], Area.objects.earliest("position"), {"en": "Is there bread?", "es": "¿Hay pan?"}
    for subject in Subject:
        add_question(by=amina, subject=subject, kind=QuestionKind.EXTENT, text=bread)
    for side, words in ((Side.EXISTING, "My aunt’s kitchen"), (Side.NEEDED, "Somebody to sit with my father")):
        add_own_chip(area=food, side=side, words=words, by=amina)
    group = Organization.objects.get(name=RICH[Organization])
    where = Location(label="The side door", street="41 Station Row", city="Harrow Bend", zip_code="43952")
    add_place(group, by=amina, location=where, precision=Precision.STREET)
    give_seat(members[ORGANIZER], SeatKind.SPEAKS_FOR, group.pk, by=amina)
    add_promised_person(Resource.objects.get(name=RICH[Resource]), by=amina, words="The night team’s lead")
    save_view(by=amina, page="resource", name="Open at night", query="q=night")
    keep_draft(f"mapping:need_edit:{Need.objects.get(summary=RICH[Need]).pk}:who", QueryDict("detail=…"), by=amina)
    _spreadsheets(amina)
    ask_new_seat(members[RESEARCHER], by=members[SECOND_ADMIN])


def _spreadsheets(amina: Membership) -> None:
    """One that waits at its rows with something of every kind. What the demo brought in is done already."""
    spreadsheet = add_spreadsheet(by=amina, name="blocks.csv", content=MESSY.encode(), target_key="groups")
    choose_columns(spreadsheet, by=amina, plan=list(spreadsheet.plan))
    stage_spreadsheet(spreadsheet, by=amina)


def _factors() -> None:
    """Inés has an authenticator app and recovery codes."""
    ines = User.objects.get(username=COORDINATOR)
    totp_auth.TOTP.activate(ines, totp_auth.generate_totp_secret())
    recovery_codes_auth.RecoveryCodes.activate(ines)


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


def _said_rows() -> dict[str, str]:
    """Rows that a page needs in a certain state."""
    found = {
        "coalition": Coalition.objects.get(slug=SLUG),
        "invitation": Invitation.objects.exclude(replaces=None).get(),
        "spreadsheet": Spreadsheet.objects.get(name="blocks.csv"),
        "done": Spreadsheet.objects.exclude(name="blocks.csv").first(),
        "duplicate": StagedRow.objects.filter(spreadsheet__name="blocks.csv", state=RowState.DUPLICATE).first(),
    }
    return {name: str(row.pk) for name, row in found.items() if row}


def _session(username: str) -> str:
    client = Client()
    client.force_login(User.objects.get(username=username))
    return client.cookies["sessionid"].value
