"""The front page: what grows, what is due, first steps."""

import datetime as dt
import re

import pytest
from django.utils import timezone

from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.own_sheet import add_own_chip
from tests.factories.mapping import AreaFactory, MatchFactory, NeedFactory, ResourceFactory


def test_an_empty_coalition_sees_its_first_steps_and_no_garden(client, ana):
    client.force_login(ana.user)

    body = client.get("/c/north/").content.decode()

    assert "Welcome to North" in body
    assert "Choose the areas of care" in body
    assert "<figure" not in body


def test_the_garden_counts_needs_as_the_gaps_do(client, ana, north):
    with coalition_scope(north.pk):
        area = AreaFactory(name={"en": "Healing"})
        MatchFactory(need=NeedFactory(area=area))
        NeedFactory(area=area, urgency=3)
    client.force_login(ana.user)

    body = client.get("/c/north/").content.decode()

    assert "2 needs named by neighbors" in body
    assert re.findall(r"<td>(\d+)</td>", body) == ["1", "0", "1", "1"]


def test_what_is_due_within_a_week_is_listed_and_what_is_later_is_not(client, ana, north):
    today = timezone.localdate()
    with coalition_scope(north.pk):
        area = AreaFactory()
        ResourceFactory(areas=[area], name="Soon", review_on=today + dt.timedelta(days=3))
        ResourceFactory(areas=[area], name="Aged", verified_on=today - dt.timedelta(days=400))
        ResourceFactory(areas=[area], name="Later", review_on=today + dt.timedelta(days=30))
        NeedFactory(area=area, summary="A ramp", review_on=today)
    client.force_login(ana.user)

    body = client.get("/c/north/").content.decode()

    assert [name in body for name in ("Soon", "Aged", "A ramp", "Later")] == [True, True, True, False]


def test_an_organizer_sees_their_own_things_and_how_many_chips_wait(client, ben, ana, north):
    with coalition_scope(north.pk, user_id=ben.user.pk):
        area = AreaFactory()
        ResourceFactory(areas=[area], name="By Ben")
    with coalition_scope(north.pk, user_id=ana.user.pk):
        ResourceFactory(areas=[area], name="By Ana")
        add_own_chip(area=area, side="needed", words="secret words", by=ben.membership)
    client.force_login(ben.user)

    body = client.get("/c/north/").content.decode()

    assert [words in body for words in ("By Ben", "By Ana", "1 chip waits", "secret words")] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("count", [1, 7])
def test_the_front_page_asks_at_most_so_many_statements(client, ben, north, django_assert_max_num_queries, count):
    with coalition_scope(north.pk):
        for _ in range(count):
            MatchFactory(resource__review_on=timezone.localdate())
    client.force_login(ben.user)

    with django_assert_max_num_queries(17):  # 12, and the savepoints of a test
        assert client.get("/c/north/").status_code == 200


def test_cleo_sees_nothing_of_norths_front_page(client, cleo, north):
    client.force_login(cleo.user)

    assert client.get("/c/north/").status_code == 404


def test_a_researcher_is_welcomed_and_sees_nothing_of_the_map(client, north):
    from tests.conftest import _person

    rosa = _person("rosa", "researcher", north)
    with coalition_scope(north.pk):
        NeedFactory(summary="a van")
    client.force_login(rosa.user)

    landed = client.get("/coalitions/", follow=True)

    assert landed.redirect_chain == [("/c/north/", 302)]
    assert "Welcome to North" in landed.content.decode()
    assert "a van" not in landed.content.decode()
