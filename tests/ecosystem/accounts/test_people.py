"""The people of a coalition: roles, seats, leaving; admins only, and never the last one."""

import pytest

from ecosystem.accounts import actions
from ecosystem.accounts.models import DirectoryEntry, Membership, Seat, SeatKind
from ecosystem.tenancy.scope import coalition_scope
from tests.ecosystem.accounts.conftest import BY
from tests.factories.mapping import OrganizationFactory


def role_of(person, coalition):
    with coalition_scope(coalition.pk):
        return Membership.objects.get(pk=person.membership.pk).role, DirectoryEntry.objects.get(user=person.user).role


def url(person, what=""):
    return f"/c/north/people/{person.membership.pk}/{what}"


def test_everybody_in_the_coalition_sees_who_is_there(client, ana, ben, cleo):
    client.force_login(ben.user)

    page = client.get("/c/north/people/").content.decode()

    assert "Ana" in page
    assert "Ben" in page
    assert "Cleo" not in page
    assert "Invite somebody" not in page


def test_researchers_do_not_see_who_is_there(client, ana, north):
    with coalition_scope(north.pk):
        actions.change_role(ana.membership, "researcher", by=BY)
    client.force_login(ana.user)

    assert client.get("/c/north/people/").status_code == 403


def test_the_list_asks_the_same_number_of_questions_for_one_as_for_many(client, ada, ben, ana, north, account):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.force_login(ada.user)
    with CaptureQueriesContext(connection) as few:
        client.get("/c/north/people/")
    for name in ("eva", "fay", "gus"):
        account(name, north)
    with CaptureQueriesContext(connection) as many:
        client.get("/c/north/people/")

    assert len(few) == len(many)


def test_an_admin_changes_a_role_and_the_directory_follows(client, ada, ben, north):
    client.force_login(ada.user)

    client.post(url(ben, "role/"), {"role": "coordinator"})

    assert role_of(ben, north) == ("coordinator", "coordinator")


@pytest.mark.parametrize("what", ["", "role/", "end/", "seats/give/", "new-seat/"])
def test_nobody_but_an_admin_manages_people(client, ana, ben, ada, cleo, what):
    answers = {}
    for person in (ana, ben, cleo):
        client.force_login(person.user)
        answers[person.user.username] = client.get(url(ada, what)).status_code

    assert answers == {"ana": 403, "ben": 403, "cleo": 404}


@pytest.mark.parametrize(
    ("what", "data"), [("role/", {"role": "admin"}), ("end/", {"name": "Ben"}), ("new-seat/", {}), ("seats/give/", {})]
)
def test_cleo_changes_nothing_in_north_from_anywhere(client, ben, cleo, north, what, data):
    client.force_login(cleo.user)

    from_north = client.post(url(ben, what), data)
    with coalition_scope(cleo.membership.coalition_id):
        actions.change_role(cleo.membership, "admin", by=BY)
    from_south = client.post(url(ben, what).replace("north", "south"), data)

    assert (from_north.status_code, from_south.status_code) == (404, 404)
    assert role_of(ben, north) == ("organizer", "organizer")


def test_the_last_admin_cannot_step_down(client, ada, north):
    client.force_login(ada.user)

    refused = client.post(url(ada, "role/"), {"role": "organizer"})

    assert refused.status_code == 422
    assert "Somebody has to look after the coalition" in refused.content.decode()
    assert role_of(ada, north) == ("admin", "admin")


def test_the_last_admin_cannot_leave(client, ada, north):
    client.force_login(ada.user)

    refused = client.post("/c/north/people/leave/", {"name": "North"})

    assert refused.status_code == 422
    assert role_of(ada, north) == ("admin", "admin")


def test_after_handing_over_the_admin_can_leave(client, ada, ben, north):
    client.force_login(ada.user)
    client.post(url(ben, "role/"), {"role": "admin"})

    client.post("/c/north/people/leave/", {"name": "North"})

    assert client.get("/c/north/people/").status_code == 404
    with coalition_scope(north.pk):
        assert Membership.objects.get(pk=ada.membership.pk).called == ""


def test_an_ended_membership_opens_nothing(client, ada, ben):
    client.force_login(ada.user)
    client.post(url(ben, "end/"), {"name": "Ben"})

    client.force_login(ben.user)

    assert client.get("/c/north/people/").status_code == 404


def test_ending_asks_for_the_name(client, ada, ben, north):
    client.force_login(ada.user)

    assert client.post(url(ben, "end/"), {"name": "Somebody"}).status_code == 422
    assert role_of(ben, north) == ("organizer", "organizer")


def test_a_seat_is_given_and_taken_back(client, ada, ben, north):
    with coalition_scope(north.pk):
        group = OrganizationFactory()
    client.force_login(ada.user)

    client.post(url(ben, "seats/give/"), {"target": group.pk})
    with coalition_scope(north.pk):
        seat = Seat.objects.get(kind=SeatKind.SPEAKS_FOR, membership=ben.membership)
    assert str(group) in client.get("/c/north/people/").content.decode()

    client.post(f"/c/north/people/seats/{seat.pk}/take/")
    with coalition_scope(north.pk):
        assert not Seat.objects.exists()


def test_a_group_of_south_cannot_be_given_a_seat_in_north(client, ada, ben, south):
    with coalition_scope(south.pk):
        group = OrganizationFactory()
    client.force_login(ada.user)

    assert client.post(url(ben, "seats/give/"), {"target": group.pk}).status_code == 422


def test_a_person_changes_what_people_call_them_and_no_trace_is_left(client, ben, north):
    client.force_login(ben.user)

    client.post("/c/north/people/me/", {"called": "Bea"})

    from ecosystem.accounts.models import MembershipEvent

    with coalition_scope(north.pk):
        assert Membership.objects.get(pk=ben.membership.pk).called == "Bea"
        events = list(MembershipEvent.objects.filter(pgh_obj_id=ben.membership.pk).values())
    assert "Ben" not in str(events)


def test_settings_change_the_name_everywhere(client, ada, north):
    client.force_login(ada.user)
    data = {"name": "Harrow Bend", "tagline": "", "scale": "city", "time_zone": "America/Chicago", "languages": ["es"]}

    answer = client.post("/c/north/people/settings/", data)

    assert answer.status_code == 302
    with coalition_scope(north.pk):
        assert set(DirectoryEntry.objects.values_list("name", flat=True)) == {"Harrow Bend"}
    assert "Harrow Bend" in client.get("/c/north/people/").content.decode()


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_admins_change_settings(client, request, who):
    client.force_login(request.getfixturevalue(who).user)

    assert client.get("/c/north/people/settings/").status_code == 403
