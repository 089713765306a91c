"""One's own account and sessions: little is kept, all of it can be seen, ended and deleted."""

import json

from ecosystem.accounts import actions
from ecosystem.accounts.models import LastSignIn, Membership, Session, User
from ecosystem.accounts.sessions import device_words, key_hash
from ecosystem.jobs import app
from ecosystem.privacy import vault
from ecosystem.tenancy.scope import coalition_scope
from tests.ecosystem.accounts.conftest import BY, PASSWORD, grow_old, sign_in

PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:126.0) Gecko/126.0 Firefox/126.0"
LAPTOP = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/125.0 Safari/537.36 Edg/125.0"


def test_sessions_hold_no_address_and_no_key(client, account):
    account("rosa")

    sign_in(client, "rosa", HTTP_USER_AGENT=PHONE, REMOTE_ADDR="203.0.113.77")

    kept = Session.objects.get()
    key = client.cookies["sessionid"].value
    assert kept.device == "phone, Firefox"
    assert bytes(kept.key_hash) == key_hash(key)
    readable = f"{kept.__dict__} {client.session.items()}"
    assert "203.0.113.77" not in readable
    assert key not in f"{kept.__dict__}"
    assert "126.0" not in readable


def test_devices_are_told_apart_coarsely():
    assert [device_words(words) for words in (PHONE, LAPTOP, "")] == [
        "phone, Firefox",
        "computer, Edge",
        "computer, other",
    ]


def test_a_person_ends_another_session_of_theirs(client, account):
    from django.test import Client

    user = account("rosa")
    sign_in(client, "rosa")
    elsewhere = Client()
    sign_in(elsewhere, "rosa")
    other = key_hash(elsewhere.cookies["sessionid"].value)

    client.post(f"/account/sessions/{other.hex()}/end/")

    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200
    assert Session.objects.filter(user=user).count() == 1


def test_nobody_ends_a_session_of_somebody_else(client, account):
    from django.test import Client

    account("rosa")
    account("cleo")
    theirs = Client()
    sign_in(theirs, "rosa")
    sign_in(client, "cleo")

    client.post(f"/account/sessions/{key_hash(theirs.cookies['sessionid'].value).hex()}/end/")

    assert theirs.get("/account/").status_code == 200


def test_a_new_password_ends_all_other_sessions(client, account):
    from django.test import Client

    user = account("rosa")
    elsewhere = Client()
    sign_in(elsewhere, "rosa")
    sign_in(client, "rosa")
    old_key = client.cookies["sessionid"].value

    new = "nine cold kettles"
    client.post("/account/password/change/", {"oldpassword": PASSWORD, "password1": new, "password2": new})

    assert elsewhere.get("/account/").status_code == 302
    assert client.get("/account/").status_code == 200
    assert client.cookies["sessionid"].value != old_key
    assert Session.objects.filter(user=user).count() == 1


def test_signing_in_gives_a_new_key(client, account):
    account("rosa")
    client.post("/language/", {"language": "es", "next": "/"})
    session = client.session
    session["something"] = 1
    session.save()
    before = session.session_key

    sign_in(client, "rosa")

    assert client.session.session_key != before


def test_what_is_held_comes_as_one_file_with_private_lines_opened(client, account, north, south):
    from mapping.models import SavedView

    user = account("rosa", north)
    with coalition_scope(south.pk):
        actions.add_member(user=user, role="researcher", called="R.", by=BY)
    with coalition_scope(north.pk):
        SavedView.objects.create(membership=user.member, page="needs", name="my list", query="q=1")
    sign_in(client, "rosa")

    answer = client.get("/account/data/")

    held = json.loads(answer.content)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert [(row["called"], row["role"]) for row in held["coalitions"]] == [("Rosa", "organizer"), ("R.", "researcher")]
    assert held["coalitions"][0]["saved views"][0]["name"] == "my list"


def test_the_file_holds_nothing_of_others(client, account, north):
    account("rosa", north)
    account("olu", north)
    sign_in(client, "rosa")

    assert "Olu" not in client.get("/account/data/").content.decode()


def test_the_file_asks_for_a_recent_sign_in(client, account):
    account("rosa")
    sign_in(client, "rosa")
    grow_old(client)

    assert client.get("/account/data/").headers["Location"].startswith("/account/reauthenticate/")


def test_deleting_an_account_leaves_a_number(client, account, north):
    user = account("rosa", north)
    with coalition_scope(north.pk):
        secret = vault.encrypt("mine", owner=vault.Owner.member(user.member.pk), bound_to="x")
    sign_in(client, "rosa")

    assert client.post("/account/delete/", {"name": "somebody"}).status_code == 422
    client.post("/account/delete/", {"name": "rosa"})

    left = User.objects.get(pk=user.pk)
    assert not left.is_active
    assert "rosa" not in f"{left.__dict__}".lower()
    assert not Session.objects.filter(user=user).exists()
    assert not LastSignIn.objects.filter(user=user).exists()
    with coalition_scope(north.pk):
        member = Membership.objects.get(pk=user.member.pk)
        assert (member.called, member.ended_at is not None) == ("", True)
        assert not opens(secret, user.member)
    assert sign_in(client, "rosa").status_code == 200


def opens(secret, member):
    try:
        vault.decrypt(secret, owner=vault.Owner.member(member.pk), bound_to="x")
    except vault.CannotOpen:
        return False
    return True


def test_memberships_that_ended_long_ago_are_emptied_by_a_job(client, account, south):
    user = account("rosa", south)
    with coalition_scope(south.pk):
        actions.end_membership(user.member, by=BY)
    sign_in(client, "rosa")
    client.post("/account/delete/", {"name": "rosa"})

    app.tasks["accounts:forget_person"].func(coalition_id=str(south.pk), user_id=str(user.pk))

    with coalition_scope(south.pk):
        assert Membership.objects.get(pk=user.member.pk).called == ""


def test_the_last_admin_cannot_delete_the_account_and_loses_nothing(client, ada, north):
    client.force_login(ada.user)

    refused = client.post("/account/delete/", {"name": "ada"})

    assert refused.status_code == 422
    assert User.objects.get(pk=ada.user.pk).is_active
    with coalition_scope(north.pk):
        assert Membership.objects.get(pk=ada.membership.pk).ended_at is None


def test_language_and_e_mail_are_ones_own(client, account):
    user = account("rosa")
    sign_in(client, "rosa")

    client.post("/account/", {"language": "es", "email": ""})

    assert User.objects.get(pk=user.pk).language == "es"


def test_who_has_one_coalition_goes_straight_on(client, ben):
    client.force_login(ben.user)

    assert client.get("/coalitions/").headers["Location"].startswith("/c/north/")


def test_who_has_two_chooses_and_sees_no_third(client, account, north, south, ben):
    user = account("rosa", north)
    with coalition_scope(south.pk):
        actions.add_member(user=user, role="organizer", called="Rosa", by=BY)
    sign_in(client, "rosa")

    page = client.get("/coalitions/").content.decode()

    assert "North" in page
    assert "South" in page
