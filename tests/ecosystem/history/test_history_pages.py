"""The pages of what happened: who may see and bring back what."""

import pytest
from django.template import Context, Template

from ecosystem.history.actions import last_removal
from ecosystem.tenancy.scope import coalition_scope
from ecosystem.threads.slots import filled_slot
from mapping.models import Need, NeedEvent
from tests.factories.mapping import NeedFactory


@pytest.fixture
def need(north):
    with coalition_scope(north.pk):
        return NeedFactory(summary="a van")


def test_members_read_what_happened(client, ben, need):
    client.force_login(ben.user)

    page = client.get(f"/c/north/history/need/{need.pk}/").content.decode()

    assert "What happened: a van" in page
    assert "added this" in page


def test_cleo_cannot_read_what_happened_in_north(client, cleo, need):
    client.force_login(cleo.user)

    assert client.get(f"/c/north/history/need/{need.pk}/").status_code == 404
    assert client.get(f"/c/south/history/need/{need.pk}/").status_code == 404


def test_an_unknown_kind_is_not_found(client, ana, need):
    client.force_login(ana.user)

    assert client.get(f"/c/north/history/dragon/{need.pk}/").status_code == 404


@pytest.mark.parametrize("before", ["yesterday", "2026-13-45T99:99", "2026-01-01T00:00:00", ""])
def test_a_strange_place_in_the_story_shows_its_beginning(client, ana, need, before):
    client.force_login(ana.user)

    assert client.get(f"/c/north/history/need/{need.pk}/", {"before": before}).status_code == 200


def test_an_organizer_brings_a_version_back(client, ben, north, need):
    with coalition_scope(north.pk):
        event = NeedEvent.objects.get().pgh_id
        Need.objects.update(summary="two vans")
    client.force_login(ben.user)

    client.post(f"/c/north/history/need/{need.pk}/bring-back/", {"event": event})

    with coalition_scope(north.pk):
        assert Need.objects.get().summary == "a van"


def test_what_an_organizer_removed_comes_back_with_one_press(client, ben, north, need):
    with coalition_scope(north.pk, user_id=ben.user.pk, actor="member"):
        Need.objects.all().delete()
    client.force_login(ben.user)

    client.post(f"/c/north/history/restore/mapping.need/{need.pk}/")

    with coalition_scope(north.pk):
        assert [row.summary for row in Need.objects.all()] == ["a van"]


def test_an_organizer_cannot_bring_back_what_another_removed(client, ana, ben, north, need):
    with coalition_scope(north.pk, user_id=ana.user.pk, actor="member"):
        Need.objects.all().delete()
    client.force_login(ben.user)

    assert client.post(f"/c/north/history/restore/mapping.need/{need.pk}/").status_code == 404


def test_cleo_cannot_bring_back_what_north_removed(client, cleo, north, need):
    with coalition_scope(north.pk):
        Need.objects.all().delete()
        assert last_removal(Need, need.pk)
    client.force_login(cleo.user)

    assert client.post(f"/c/north/history/restore/mapping.need/{need.pk}/").status_code == 404
    assert client.post(f"/c/south/history/restore/mapping.need/{need.pk}/").status_code == 404


@pytest.mark.parametrize("label", ["accounts.user", "mapping.nothing", "nonsense", "privacy.datakey"])
def test_only_tracked_records_can_be_brought_back(client, ana, need, label):
    client.force_login(ana.user)

    assert client.post(f"/c/north/history/restore/{label}/{need.pk}/").status_code == 404


def test_the_list_of_what_was_removed_offers_to_bring_it_back(client, ana, north, need):
    with coalition_scope(north.pk, user_id=ana.user.pk, actor="member"):
        Need.objects.all().delete()
    client.force_login(ana.user)

    page = client.get("/c/north/history/removed/").content.decode()

    assert "a van" in page
    assert f"/c/north/history/restore/mapping.need/{need.pk}/" in page


def test_a_records_page_shows_the_latest_of_its_story(ana, north, need):
    with coalition_scope(north.pk, user_id=ana.user.pk, actor="member", action="mapping:need_edit"):
        Need.objects.update(summary="two vans")
        template = Template("{% load history %}{% happened_here need %}")

        html = template.render(Context({"need": need, "membership": ana.membership}))
        filled = filled_slot("need.history", [need], ana.membership)[need.pk]

    assert "<del>a van</del>" in html
    assert "<ins>two vans</ins>" in html
    assert "<ins>two vans</ins>" in filled


def test_who_may_no_longer_edit_brings_nothing_back(client, north, ben, need):
    from ecosystem.accounts.models import Membership

    with coalition_scope(north.pk, user_id=ben.user.pk, actor="member"):
        Need.objects.all().delete()
        Membership.objects.filter(pk=ben.membership.pk).update(role="researcher")
    client.force_login(ben.user)

    assert client.post(f"/c/north/history/restore/mapping.need/{need.pk}/").status_code == 404


@pytest.mark.parametrize("event", ["1" * 5000, "9" * 19, "-1", "x", "\0"])
def test_no_number_of_an_event_breaks_the_page(client, ana, need, event):
    client.force_login(ana.user)

    assert client.post(f"/c/north/history/need/{need.pk}/bring-back/", {"event": event}).status_code == 302
