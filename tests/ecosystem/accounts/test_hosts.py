"""The host opens and closes coalitions and sees nothing inside of them."""

import re
from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from ecosystem.accounts import actions
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.factors import refuse_demo_accounts_elsewhere
from ecosystem.accounts.models import Invitation, User
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.scope import coalition_scope, operator_scope
from tests.ecosystem.accounts.conftest import PASSWORD, sign_in, with_app
from tests.factories.mapping import OrganizationFactory

NEW = {"name": "West", "slug": "west", "scale": "city", "time_zone": "America/Chicago", "languages": ["en", "es"]}


@pytest.fixture
def hana(db):
    return User.objects.create(username="hana", password="!", is_host=True, is_demo=True)


def test_opening_a_coalition_gives_its_first_admin_an_invitation_and_the_host_no_way_in(client, hana):
    client.force_login(hana)

    made = client.post("/host/open/", NEW).content.decode()
    token = re.search(r"/i/([\w-]+)/", made)[1]

    assert client.get("/c/west/people/").status_code == 404
    client.post("/account/logout/")
    joined = client.post(f"/i/{token}/", {"username": "wu", "password": PASSWORD, "called": "Wu", "language": "en"})
    assert joined.status_code == 302
    assert client.get("/c/west/people/").headers["Location"] == "/account/second-step/"


def test_a_first_invitation_that_went_astray_is_made_anew_and_the_old_one_dies(client, hana):
    client.force_login(hana)
    lost = re.search(r"/i/([\w-]+)/", client.post("/host/open/", NEW).content.decode())[1]
    with operator_scope("test"):
        west = Coalition.objects.get(slug="west")

    made = client.post(f"/host/{west.pk}/invite/").content.decode()

    fresh = re.search(r"/i/([\w-]+)/", made)[1]
    assert client.get(f"/i/{lost}/").status_code == 404
    assert client.get(f"/i/{fresh}/").status_code == 200


def test_the_host_invites_nobody_once_somebody_is_in(client, hana, north, ada):
    client.force_login(hana)

    answer = client.post(f"/host/{north.pk}/invite/", follow=True).content.decode()

    assert "From then on its admins invite" in answer
    with coalition_scope(north.pk):
        assert not Invitation.objects.exists()


def test_the_host_sees_names_of_coalitions_and_nothing_inside(client, hana, north, ana):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Orchard Street Kitchen")
    client.force_login(hana)

    page = client.get("/host/").content.decode()

    assert "North" in page
    assert "Orchard" not in page
    assert "Ana" not in page
    assert client.get("/c/north/people/").status_code == 404


@pytest.mark.parametrize("who", ["ana", "ben", "ada", "cleo"])
@pytest.mark.parametrize("page", ["/host/", "/host/open/"])
def test_to_everybody_else_the_host_pages_do_not_exist(client, request, who, page):
    client.force_login(request.getfixturevalue(who).user)

    assert client.get(page).status_code == 404


def test_a_host_needs_a_second_step(client, account):
    user = account("hana")
    User.objects.filter(pk=user.pk).update(is_host=True)
    sign_in(client, "hana")

    assert client.get("/host/").headers["Location"] == "/account/second-step/"
    with_app(user)
    assert client.get("/host/").status_code == 200


def test_closing_asks_for_the_name_and_shuts_everybody_out(client, hana, north, ana):
    client.force_login(hana)

    assert client.post(f"/host/{north.pk}/close/", {"name": "wrong"}).status_code == 422
    client.post(f"/host/{north.pk}/close/", {"name": "north"})

    client.force_login(ana.user)
    assert client.get("/c/north/people/").status_code == 404
    assert "North" not in client.get("/coalitions/").content.decode()


def test_the_command_makes_a_host_and_shows_the_password_once(client, db):
    out = StringIO()

    call_command("create_host", "hana", stdout=out)

    password = re.search(r"Password:\s+(\S+)", out.getvalue())[1]
    assert sign_in(client, "hana", password).status_code == 302
    assert User.objects.get(username="hana").is_host


def test_the_operator_lists_coalitions(north, south):
    with operator_scope("test"):
        actions.close_coalition(south, by=Operator("test"))
    out = StringIO()

    call_command("coalitions", "--json", stdout=out)

    assert out.getvalue().strip() == '[{"slug": "north", "name": "North", "resources": 0}]'


def test_demo_accounts_stop_the_start_anywhere_else(settings, ana):
    refuse_demo_accounts_elsewhere()
    settings.EMBEDDED = False

    with pytest.raises(ImproperlyConfigured, match="demo accounts"):
        refuse_demo_accounts_elsewhere()
