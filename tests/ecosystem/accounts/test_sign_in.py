"""Signing in: by user name, with a second step for those who see much."""

import pytest
from django.urls import NoReverseMatch, get_resolver, reverse

from ecosystem.accounts.models import LastSignIn
from ecosystem.accounts.pages import ALLAUTH_PAGES
from tests.ecosystem.accounts.conftest import PASSWORD, code_of, grow_old, sign_in, sign_in_twice


def test_the_user_name_is_asked_without_regard_to_case(client, account, north):
    account("Rosa", north)

    response = sign_in(client, "rOSA")

    assert response.status_code == 302
    assert client.get("/coalitions/", follow=False).headers["Location"].startswith("/c/north/")


def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client, account):
    account("rosa")

    wrong = sign_in(client, "rosa", "not this one at all")
    unknown = sign_in(client, "nobody", "not this one at all")

    assert wrong.status_code == unknown.status_code == 200
    assert wrong.context["form"].errors == unknown.context["form"].errors


def test_two_names_cannot_differ_in_case_alone(account):
    from django.db import IntegrityError, transaction

    account("rosa")

    with pytest.raises(IntegrityError), transaction.atomic():
        account("ROSA")


def test_nobody_can_sign_up(client, db):
    assert client.get("/account/signup/").status_code == 404


def test_mail_pages_of_the_package_are_not_there(client, db):
    for name in ("account_signup", "account_email", "account_reset_password", "account_confirm_email"):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_the_list_of_package_pages_is_what_is_routed():
    routed = {key for key in get_resolver().reverse_dict if isinstance(key, str)}
    assert {name for name in routed if name.startswith(("account_", "mfa_"))} == ALLAUTH_PAGES


def test_the_day_of_the_last_sign_in_is_kept_apart(client, account):
    user = account("rosa")

    sign_in(client, "rosa")

    assert LastSignIn.objects.filter(user=user).count() == 1


def test_the_language_of_the_account_comes_along(client, account):
    user = account("rosa")
    user.language = "es"
    user.save()

    response = sign_in(client, "rosa")

    assert response.cookies["django_language"].value == "es"


@pytest.mark.parametrize("role", ["coordinator", "admin"])
def test_who_sees_much_sees_nothing_without_a_second_step(client, account, north, role):
    account("rosa", north, role)
    sign_in(client, "rosa")

    response = client.get("/c/north/people/")

    assert response.headers["Location"] == "/account/second-step/"


def test_organizers_need_no_second_step(client, account, north):
    account("rosa", north)
    sign_in(client, "rosa")

    assert client.get("/c/north/people/").status_code == 200


def test_after_set_up_people_land_where_they_wanted(client, account, north):
    account("rosa", north, "admin")
    sign_in(client, "rosa")
    client.get("/c/north/people/?x=1")
    assert client.get("/account/second-step/").status_code == 200

    page = client.get("/account/2fa/totp/activate/")
    done = client.post("/account/2fa/totp/activate/", {"code": code_of(page.context["form"].secret)}, follow=True)

    assert done.redirect_chain[-1][0] == "/account/2fa/recovery-codes/"
    assert len(done.context["unused_codes"]) == 10
    assert client.get("/account/go-on/").headers["Location"] == "/c/north/people/?x=1"
    assert client.get("/c/north/people/").status_code == 200


def test_the_code_for_the_app_is_drawn_inside_the_page(client, account):
    account("rosa")
    sign_in(client, "rosa")

    page = client.get("/account/2fa/totp/activate/").content.decode()

    assert '<div class="qr"' in page
    assert "data:image" not in page


def test_the_second_step_is_asked_at_sign_in(client, account, north):
    account("rosa", north, "admin", factor=True)

    first = sign_in(client, "rosa", next_url="/c/north/people/")
    assert first.headers["Location"] == "/account/2fa/authenticate/"
    assert client.get("/c/north/people/").headers["Location"].startswith("/account/login/")

    second = client.post("/account/2fa/authenticate/", {"code": code_of()})
    assert second.headers["Location"] == "/c/north/people/"
    assert client.get("/c/north/people/").status_code == 200


def test_a_recovery_code_works_once(client, account, north):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    user = account("rosa", north, "admin", factor=True)
    code = RecoveryCodes.activate(user).get_unused_codes()[0]

    sign_in(client, "rosa")
    first = client.post("/account/2fa/authenticate/", {"code": code})
    client.post("/account/logout/")
    sign_in(client, "rosa")
    second = client.post("/account/2fa/authenticate/", {"code": code})

    assert (first.status_code, second.status_code) == (302, 200)


def test_secrets_of_factors_are_sealed_in_the_database(account):
    from allauth.mfa.models import Authenticator

    user = account("rosa", factor=True)

    kept = Authenticator.objects.get(user=user).data["secret"]

    assert "JBSWY3DPEHPK3PXP" not in kept


def test_what_matters_asks_again_after_a_while_and_goes_on(client, account, north):
    user = account("rosa", north, "admin", factor=True)
    sign_in_twice(client, "rosa")
    grow_old(client)

    asked = client.get(f"/c/north/people/{user.member.pk}/role/")
    again = client.post(asked.headers["Location"], {"password": PASSWORD})

    assert asked.headers["Location"].startswith("/account/reauthenticate/?next=")
    assert again.headers["Location"] == f"/c/north/people/{user.member.pk}/role/"
    assert client.get(again.headers["Location"]).status_code == 200


def test_a_form_that_was_sent_goes_on_after_the_question(client, account, north):
    account("rosa", north, "admin", factor=True)
    sign_in_twice(client, "rosa")
    grow_old(client)

    asked = client.post("/c/north/people/invite/", {"role": "organizer", "called": "Tía"})
    done = client.post(asked.headers["Location"], {"password": PASSWORD})

    assert done.status_code == 200
    assert "/i/" in done.content.decode()


def test_every_page_of_the_package_is_drawn_in_our_frame(client, account):
    account("rosa", factor=True)
    sign_in_twice(client, "rosa")

    for name in sorted(
        ALLAUTH_PAGES - {"account_login", "mfa_authenticate", "mfa_login_webauthn", "mfa_activate_totp"}
    ):
        if "edit" in name or "remove" in name:
            continue
        response = client.get(reverse(name))
        page = response.content.decode()
        assert response.status_code in {200, 302, 404}, name
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            assert 'class="frame' in page, name
            assert "onclick" not in page, name


def test_factors_survive_a_new_master_key(client, account, north, settings):
    from ecosystem.accounts import actions

    account("rosa", north, "admin", factor=True)
    old = dict(settings.MASTER_KEYS)
    settings.MASTER_KEYS = {**old, max(old) + 1: b"n" * 32}

    changed = actions.rewrap_factors()
    settings.MASTER_KEYS = {max(old) + 1: b"n" * 32}

    assert (changed, actions.rewrap_factors()) == (1, 0)
    assert sign_in_twice(client, "rosa").status_code == 302
