"""Whatever somebody writes into an address or a form, the service answers; and strangers learn nothing from how."""

import re

import pytest
from django.template import RequestContext, Template
from django.test import Client

from tests.house.full_world import World
from tests.house.test_matrix import coalition_routes, filled

NAMES = (
    "q", "page", "after", "before", "sort", "key", "keys", "kind", "lang", "language", "area", "population", "place",
    "neighborhood", "moment", "axis", "by", "name", "show", "side", "state", "to", "from", "back", "next", "about", "group",
    "column", "decision", "event", "version", "as", "view", "mark", "only", "words", "text", "login",
    "form-TOTAL_FORMS", "form-INITIAL_FORMS",
)  # fmt: skip
POISON = ("\0", "1" * 5000, "[]{}\\'\"%s%", "٣", "-1", "9" * 25, "‮<script>", "2026-99-99T99:99:99+00:00")


@pytest.fixture
def quiet(settings):
    client = Client(raise_request_exception=False)
    settings.LOGGING_CONFIG = None
    return client


@pytest.mark.parametrize("poison", POISON)
def test_nothing_that_is_typed_breaks_a_page(quiet, north, south, ana, ada, poison):
    world = World(north, ana.membership).fill()
    quiet.force_login(ada.user)
    typed = dict.fromkeys(NAMES, poison)

    broken = {}
    for route, item in coalition_routes():
        address = filled(route, item.name, "north", world.ids())
        answers = [quiet.get(address, typed).status_code, quiet.post(address, typed).status_code]
        if any(status >= 500 for status in answers):
            broken[item.name] = (address, answers)

    assert broken == {}


ONCE = re.compile(r'nonce="[^"]+"|name="csrfmiddlewaretoken" value="[^"]+"|"X-CSRFToken": "[^"]+"')


def told(response):
    """The answer without what differs each time, and the headers that a browser shows."""
    headers = {name: value for name, value in response.headers.items() if name != "Content-Security-Policy"}
    headers.pop("Content-Length", None)
    body = response.content.decode().replace(response.wsgi_request.get_full_path(), "/asked/")  # theirs to begin with
    return response.status_code, ONCE.sub("", body), headers


@pytest.mark.parametrize("rest", ["", "map/needs/", "people/", "map/import/", "drafts/"])
def test_to_a_stranger_others_coalitions_look_like_none(client, north, south, cleo, rest):
    client.force_login(cleo.user)

    theirs, nobodys = client.get(f"/c/north/{rest}"), client.get(f"/c/nowhere/{rest}")

    assert theirs.status_code == 404
    assert told(theirs) == told(nobodys)


def test_signed_out_others_coalitions_look_like_none(client, north):
    theirs, nobodys = client.get("/c/north/map/needs/"), client.get("/c/noone/map/needs/")

    assert theirs.status_code == 302
    assert theirs["Location"].replace("north", "x") == nobodys["Location"].replace("noone", "x")


def test_dead_invitations_look_like_ones_that_never_were(client, north, ada):
    from ecosystem.accounts import actions
    from ecosystem.tenancy.scope import coalition_scope

    with coalition_scope(north.pk):
        issued = actions.invite(role="organizer", called="Marisol", by=ada.membership)
        actions.take_back(issued.invitation, by=ada.membership)

    dead, never = client.get(f"/i/{issued.token}/"), client.get("/i/guessed/")

    assert dead.status_code == 404
    assert told(dead) == told(never)


def test_a_wrong_name_and_a_wrong_password_look_alike(client, north, ben):
    ben.user.set_password("seven warm kettles")
    ben.user.save()

    answers = [
        client.post("/account/login/", {"login": name, "password": "wrong wrong wrong"}) for name in ("ben", "nob")
    ]

    pages = [told(answer)[1].replace('value="ben"', "").replace('value="nob"', "") for answer in answers]
    assert pages[0] == pages[1]
    assert "do not go together" in pages[0]


def test_a_hint_is_words_and_no_markup(rf, north_scope):
    from mapping.forms.arranging.questions import OwnQuestionsForm
    from mapping.models import Question
    from tests.factories.mapping import ResourceFactory

    hint = {"en": "<b id=planted>x</b>"}
    Question.objects.create(key="own", text={"en": "Open late?"}, hint=hint, kind="text", subject="resource")
    form = OwnQuestionsForm(None, subject="resource", record=ResourceFactory())

    page = Template("{% load crispy_forms_tags %}{% crispy form %}").render(RequestContext(rf.get("/"), {"form": form}))

    assert "&lt;b id=planted&gt;" in page
    assert "<b id=planted>" not in page
