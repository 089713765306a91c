"""Somebody has the whole database, by a subpoena or a stolen backup, and not the master keys. What is private stays so."""

import json
import re
from uuid import UUID

import psycopg
import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection, transaction
from django.http import QueryDict
from django.test import Client

from ecosystem import embedded
from ecosystem.accounts import actions
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.adapter import MFAAdapter
from ecosystem.drafts.actions import keep_draft
from ecosystem.history.tasks import clean
from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.own_sheet import add_own_chip, delete_own_chip
from mapping.actions.places import add_place, change_precision
from mapping.actions.promises import add_promised_person
from mapping.geo.location import Location
from mapping.geo.zips import Point
from tests.factories.mapping import AreaFactory, OrganizationFactory, ResourceFactory

pytestmark = pytest.mark.django_db(transaction=True)
BY = Operator("test")
SAFE_HOUSE = Location(
    label="Quillfeather", street="1482 Wrenalley", city="Zorrowbend", state="OH", zip_code="99811",
    point=Point(41.123987, -81.654321), note="knock thrice",
)  # fmt: skip
PRIVATE = {
    "a chip of one's own sheet": "chipwords",
    "a chip that was deleted": "gonewords",
    "who promised": "promisedwords",
    "a draft": "draftwords",
    "the name on an invitation that was taken back": "invitedwords",
    "the name of somebody who left": "leftwords",
    "what a session was about to do": "sessionwords",
    "the secret of a second factor": "JBSWY3DPEHPK3PXP",
    "the label of a hidden place": "Quillfeather",
    "the street of a hidden place": "Wrenalley",
    "the city of a hidden place": "Zorrowbend",
    "the ZIP code of a hidden place": "99811",
    "where a hidden place is": "41.1239",
    "how to find a hidden place": "knock thrice",
}


def fill(north, ana, ben, ada):
    """One of each secret. Returns what opens something: an invitation's token and a cookie."""
    with coalition_scope(north.pk, user_id=ana.user.pk, actor="member", action="test"), transaction.atomic():
        area = AreaFactory()
        add_own_chip(area=area, side="needed", words="chipwords", by=ana.membership)
        delete_own_chip(add_own_chip(area=area, side="needed", words="gonewords", by=ana.membership), by=ana.membership)
        add_promised_person(ResourceFactory(), by=ana.membership, words="promisedwords")
        keep_draft("drafts:draft_list", QueryDict("detail=draftwords"), by=ana.membership)
        place = add_place(OrganizationFactory(), by=ana.membership, location=SAFE_HOUSE)
        change_precision(place, by=ana.membership, precision="hidden")
        actions.take_back(actions.invite(role="organizer", called="invitedwords", by=ada.membership).invitation, by=BY)
        token = actions.invite(role="organizer", by=ada.membership).token
        actions.rename_member(ben.membership, "leftwords", by=ben.membership)
        actions.forget_member(ben.membership, by=ben.membership)
        clean.defer()
    _factor(ana.user)
    return token, _session(ana.user)


def _factor(user):
    from allauth.mfa.models import Authenticator

    data = {"secret": MFAAdapter().encrypt("JBSWY3DPEHPK3PXP")}
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data=data)


def _session(user):
    client = Client()
    client.force_login(user)
    session = client.session
    session["wanted"] = "/c/north/sessionwords/"
    session.save()
    assert session[SESSION_KEY] == str(user.pk)
    return session.session_key


def dump(settings):
    """Every row of every table as text, read as the owner of the tables: nothing is hidden from a dump."""
    cluster = embedded.start(settings.DATA_DIR)
    name, role = connection.settings_dict["NAME"], settings.DATABASE_ROLES["owner"]
    with psycopg.connect(host=cluster.host, dbname=name, user=role, password=cluster.passwords[role]) as owner:
        tables = [row[0] for row in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")]
        rows = {table: [row[0] for row in owner.execute(f'SELECT t::text FROM "{table}" t')] for table in tables}
    return {table: "\n".join(_unpacked(row) for row in found) for table, found in rows.items()}


def _unpacked(row):
    """A row, and its bytes as the letters they may be."""
    letters = [bytes.fromhex(part).decode("latin-1") for part in re.findall(r"\\x((?:[0-9a-f]{2})+)", row)]
    return "\n".join([row, *letters])


@pytest.fixture
def filled(north, south, ana, ben, ada, cleo, settings):
    if not settings.EMBEDDED:
        pytest.skip("reads the embedded cluster's passwords")
    secrets = fill(north, ana, ben, ada)
    return secrets, dump(settings)


def test_a_dump_without_master_keys_says_nothing_private(filled):
    _opening, tables = filled

    for table in ("mapping_placeevent", "procrastinate_jobs", "threads_searchdocument", "mapping_ownchip"):
        assert tables[table] != "", table
    assert "" not in (tables["mapping_promisedperson"], tables["drafts_draft"])
    found = {what: [name for name, text in tables.items() if words in text] for what, words in PRIVATE.items()}
    assert {what: names for what, names in found.items() if names} == {}


def test_a_dump_opens_no_door(filled):
    (token, cookie), tables = filled

    assert "" not in (tables["tenancy_link"], tables["accounts_session"])
    assert [name for name, text in tables.items() if token in text or cookie in text] == []


def test_jobs_in_a_dump_are_ids(filled, north):
    _opening, tables = filled

    found = [json.loads(args.replace('""', '"')) for args in re.findall(r'\{""[^}]*\}', tables["procrastinate_jobs"])]
    assert {"coalition_id": str(north.pk)} in found
    assert [UUID(value) for args in found for value in args.values()]
