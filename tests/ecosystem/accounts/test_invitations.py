"""Invitations are the only way in: one use, seven days, one coalition, one role."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from ecosystem.accounts import actions
from ecosystem.accounts.access import token_hash
from ecosystem.accounts.models import DirectoryEntry, Invitation, Membership, Seat, User
from ecosystem.tenancy.models import Link
from ecosystem.tenancy.scope import ScopeError, coalition_scope, user_scope
from tests.ecosystem.accounts.conftest import BY, PASSWORD, sign_in

NEW = {"username": "tia", "password": PASSWORD, "called": "Tía", "language": "es"}


def issue(coalition, role="organizer", **more):
    with coalition_scope(coalition.pk):
        return actions.invite(role=role, by=BY, **more)


def members(coalition):
    with coalition_scope(coalition.pk):
        return list(Membership.objects.current().order_by("called").values_list("called", "role"))


def test_a_new_account_joins_with_the_role_that_was_offered(client, north):
    token = issue(north, "researcher").token

    page = client.get(f"/i/{token}/")
    joined = client.post(f"/i/{token}/", NEW)

    assert page.status_code == 200
    assert joined.headers["Location"].startswith("/c/north/")
    assert members(north) == [("Tía", "researcher")]
    user = User.objects.get(username="tia")
    assert user.language == "es"
    with user_scope(user.pk):
        from django.db import transaction

        with transaction.atomic():
            found = list(DirectoryEntry.objects.values_list("slug", "role"))
    assert found == [("north", "researcher")]


def test_who_joined_is_signed_in(client, north):
    client.post(f"/i/{issue(north).token}/", NEW)

    assert client.get("/c/north/people/").status_code == 200


def test_an_account_that_is_signed_in_joins_as_it_is(client, account, north, south):
    account("rosa", south)
    sign_in(client, "rosa")

    client.post(f"/i/{issue(north).token}/", {"called": "Rosa"})

    assert members(north) == [("Rosa", "organizer")]
    assert members(south) == [("Rosa", "organizer")]


def test_an_invitation_works_once(client, north):
    token = issue(north).token
    client.post(f"/i/{token}/", NEW)
    client.post("/account/logout/")

    again = client.post(f"/i/{token}/", {**NEW, "username": "other"})

    assert again.status_code == 404
    assert not User.objects.filter(username="other").exists()


def test_an_invitation_ends_after_seven_days(client, north):
    token = issue(north).token
    Link.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(f"/i/{token}/").status_code == 404


def test_the_invitation_itself_ends_too_even_if_its_link_did_not(client, north):
    issued = issue(north)
    with coalition_scope(north.pk):
        Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert client.get(f"/i/{issued.token}/").status_code == 404


def test_taken_back_means_closed(client, north):
    issued = issue(north)
    with coalition_scope(north.pk):
        actions.take_back(issued.invitation, by=BY)

    assert client.get(f"/i/{issued.token}/").status_code == 404


def test_a_changed_token_opens_nothing_and_says_the_same(client, north):
    token = issue(north).token

    changed = client.get(f"/i/{token[:-1]}{'a' if token[-1] != 'a' else 'b'}/")
    never = client.get("/i/no-such-token/")

    assert (changed.status_code, never.status_code) == (404, 404)
    assert strip(changed) == strip(never)


def strip(response):
    """The page without what differs anyway: its own address, tokens of forms, nonces."""
    page = re.sub(r'nonce="[^"]*"|value="[^"]*"', "", response.content.decode())
    return page


def test_of_the_token_only_a_hash_is_kept(north):
    issued = issue(north)

    link = Link.objects.get()

    assert bytes(link.token_hash) == token_hash(issued.token)
    assert issued.token not in str({**link.__dict__, **issued.invitation.__dict__})


def test_the_role_cannot_be_chosen_by_who_joins(client, north):
    client.post(f"/i/{issue(north).token}/", {**NEW, "role": "admin"})

    assert members(north) == [("Tía", "organizer")]


def test_a_weak_password_is_refused_and_nothing_is_burnt(client, north):
    token = issue(north).token

    refused = client.post(f"/i/{token}/", {**NEW, "password": "password12"})

    assert refused.status_code == 422
    assert members(north) == []
    assert client.get(f"/i/{token}/").status_code == 200


def test_a_name_that_is_taken_is_refused_kindly(client, account, north):
    account("TIA")

    refused = client.post(f"/i/{issue(north).token}/", NEW)

    assert refused.status_code == 422
    assert "Somebody has this user name already" in refused.content.decode()


def test_a_member_cannot_join_twice(client, account, north):
    account("rosa", north)
    sign_in(client, "rosa")
    token = issue(north, "admin").token

    refused = client.post(f"/i/{token}/", {"called": "Rosa"})

    assert refused.status_code == 422
    assert members(north) == [("Rosa", "organizer")]


def test_the_link_of_a_closed_coalition_opens_nothing(client, north):
    from ecosystem.accounts.actors import Operator
    from ecosystem.tenancy.scope import operator_scope

    token = issue(north).token
    with operator_scope("test"):
        actions.close_coalition(north, by=Operator("test"))

    assert client.get(f"/i/{token}/").status_code == 404


def test_an_invitation_reaches_no_other_table(north):
    from ecosystem.accounts.access import LINK_MODELS
    from mapping.models import Area

    with coalition_scope(north.pk, link_kind="invitation", models=LINK_MODELS["invitation"]), pytest.raises(ScopeError):
        list(Area.objects.all())


def test_the_link_is_shown_once(client, ada):
    client.force_login(ada.user)

    made = client.post("/c/north/people/invite/", {"role": "organizer", "called": "Tía"}).content.decode()
    token = re.search(r"/i/([\w-]+)/", made)[1]

    assert '<div class="qr"' in made
    listed = client.get("/c/north/people/").content.decode()
    assert "Tía" in listed
    assert token not in listed


def test_what_the_invitation_was_called_goes_with_it(client, north):
    issued = issue(north, called="the nurse from the clinic")
    client.post(f"/i/{issued.token}/", NEW)

    with coalition_scope(north.pk):
        assert Invitation.objects.get().called == ""


@pytest.mark.parametrize("who", ["ana", "ben"])
def test_only_admins_invite(client, request, who):
    client.force_login(request.getfixturevalue(who).user)

    assert client.post("/c/north/people/invite/", {"role": "admin", "called": ""}).status_code == 403


def test_cleo_can_neither_invite_into_north_nor_take_back(client, north, cleo):
    issued = issue(north)
    client.force_login(cleo.user)

    assert client.post("/c/north/people/invite/", {"role": "admin", "called": ""}).status_code == 404
    assert client.post(f"/c/north/people/invitations/{issued.invitation.pk}/take-back/").status_code == 404
    assert client.post(f"/c/south/people/invitations/{issued.invitation.pk}/take-back/").status_code in {403, 404}
    assert client.get(f"/i/{issued.token}/").status_code == 200


# ---------- new seats ----------
def new_seat(client, person):
    return client.post(f"/c/north/people/{person.membership.pk}/new-seat/").content.decode()


def token_in(page):
    found = re.search(r"/i/([\w-]+)/", page)
    return found[1] if found else ""


def test_a_new_seat_takes_role_and_seats_along_and_ends_the_old_one(client, ada, ben, north):
    from uuid import uuid4

    target = uuid4()
    with coalition_scope(north.pk):
        actions.give_seat(ben.membership, "speaks_for", target, by=BY)
    client.force_login(ada.user)
    token = token_in(new_seat(client, ben))
    client.post("/account/logout/")

    client.post(f"/i/{token}/", {**NEW, "called": "Ben"})

    with coalition_scope(north.pk):
        old = Membership.objects.get(pk=ben.membership.pk)
        holder = Seat.objects.get(target_id=target).membership.user.username
    assert old.ended_at is not None
    assert holder == "tia"
    client.force_login(ben.user)
    assert client.get("/c/north/people/").status_code == 404


def test_a_new_seat_is_no_key_to_the_account(client, ada, ben, north, south):
    with coalition_scope(south.pk):
        actions.add_member(user=ben.user, role="organizer", called="Ben", by=BY)
    client.force_login(ada.user)
    token = token_in(new_seat(client, ben))
    client.post("/account/logout/")

    client.post(f"/i/{token}/", {**NEW, "called": "Ben"})

    assert client.get("/c/south/people/").status_code == 404


def test_where_there_are_two_admins_one_alone_gets_no_link(client, ada, ben, north):
    other = another_admin(north)
    client.force_login(ada.user)

    assert token_in(new_seat(client, ben)) == ""
    assert Link.objects.count() == 0

    with coalition_scope(north.pk):
        asked = Invitation.objects.get()
    own_yes = client.post(f"/c/north/people/invitations/{asked.pk}/approve/")
    assert own_yes.status_code == 422
    assert Link.objects.count() == 0

    client.force_login(other)
    assert "Your yes is asked for" in client.get("/c/north/people/").content.decode()
    assert token_in(client.post(f"/c/north/people/invitations/{asked.pk}/approve/").content.decode())
    assert Link.objects.count() == 1


def another_admin(coalition):
    user = User.objects.create(username="olu", password="!", is_demo=True)
    with coalition_scope(coalition.pk):
        actions.add_member(user=user, role="admin", called="Olu", by=BY)
    return user


def test_nobody_makes_a_new_seat_for_themselves(client, ada):
    client.force_login(ada.user)

    assert client.post(f"/c/north/people/{ada.membership.pk}/new-seat/").status_code == 422


def test_a_new_seat_shows_in_the_history(client, ada, ben, north):
    from ecosystem.accounts.models import MembershipEvent

    client.force_login(ada.user)
    token = token_in(new_seat(client, ben))
    client.post("/account/logout/")
    client.post(f"/i/{token}/", {**NEW, "called": "Ben"})

    with coalition_scope(north.pk):
        found = MembershipEvent.objects.filter(pgh_obj_id=ben.membership.pk).order_by("pgh_id").last()
        last = found.action, found.actor, found.ended_at is not None
    assert last == ("accounts:invitation", "link:invitation", True)
