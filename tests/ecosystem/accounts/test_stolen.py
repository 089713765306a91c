"""Somebody has the phone, the database, or a lot of time."""

import base64
import zlib

from allauth.mfa.models import Authenticator

from ecosystem.accounts import actions
from ecosystem.accounts.limits import LIMITS
from ecosystem.accounts.models import Session
from ecosystem.tenancy.models import CacheEntry
from tests.ecosystem.accounts.conftest import code_of, grow_old, sign_in, sign_in_twice

TRIES = LIMITS["factor"].per_account


def test_a_second_step_cannot_be_guessed_at_under_changing_names(client, account, north):
    account("rosa", north, "admin", factor=True)
    sign_in(client, "rosa")

    tries = [
        client.post("/account/2fa/authenticate/", {"code": "000000", "login": f"name{number}"}).status_code
        for number in range(TRIES + 1)
    ]

    assert tries == [200] * TRIES + [429]


def test_a_name_in_other_letters_knocks_at_the_same_account(client, account, north):
    account("lilia", north)
    names = ["lilia", "lılia", "lilıa", "lılıa"]

    answers = [sign_in(client, names[number % 4], "wrong wrong wrong").status_code for number in range(TRIES + 1)]

    assert answers == [200] * TRIES + [429]


def test_a_code_opens_once_whichever_process_is_asked(client, account, north):
    account("rosa", north, "admin", factor=True)
    sign_in(client, "rosa")
    code = code_of()
    assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 302
    client.post("/account/logout/")
    sign_in(client, "rosa")

    assert client.post("/account/2fa/authenticate/", {"code": code}).status_code == 200
    assert CacheEntry.objects.count() == 1


def everything_in(row):
    """The session's words, as somebody with the table alone could unpack them."""
    raw = row.data
    found = [raw]
    for part in raw.replace(".", ":").split(":"):
        for unpack in (base64.b64decode, base64.urlsafe_b64decode):
            try:
                plain = unpack(part + "=" * (-len(part) % 4))
            except ValueError:
                continue
            found.append(plain.decode("latin-1"))
            try:
                found.append(zlib.decompress(plain).decode("latin-1"))
            except zlib.error:
                continue
    return "\n".join(found)


def test_the_table_of_sessions_does_not_say_what_was_typed(client, account, north):
    account("rosa", north, "admin", factor=True)
    sign_in_twice(client, "rosa")
    grow_old(client)

    client.post("/c/north/people/invite/", {"called": "Marisol from the laundromat", "role": "organizer"})

    (row,) = Session.objects.all()
    assert "Marisol" in str(dict(client.session))
    assert "Marisol" not in everything_in(row)
    assert "invite" not in everything_in(row)


def test_a_session_sealed_with_another_secret_opens_nothing(client, account, north, settings):
    account("rosa", north)
    sign_in(client, "rosa")
    settings.SECRET_KEY = "another one"

    assert client.get("/c/north/").status_code == 302


def test_a_first_factor_ends_sessions_that_were_opened_without_one(client, account, north, monkeypatch):
    from django.test import Client

    stolen = Client()
    rosa = account("rosa", north, "coordinator")
    sign_in(stolen, "rosa")
    sign_in(client, "rosa")
    client.get("/account/2fa/totp/activate/")
    secret = client.session["mfa.totp.secret"]

    client.post("/account/2fa/totp/activate/", {"code": code_of(secret)})

    assert Authenticator.objects.filter(user=rosa, type=Authenticator.Type.TOTP).exists()
    assert client.get("/c/north/").status_code == 200
    assert stolen.get("/c/north/").status_code == 302


def test_signing_out_and_leaving_clear_what_the_browser_keeps(client, account, north):
    account("rosa", north)
    sign_in(client, "rosa")

    out = client.post("/account/logout/")
    left = client.get("/leave/")

    assert out["Clear-Site-Data"] == '"cache", "storage"'
    assert left["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get("/c/north/").status_code == 302


def test_factors_move_to_the_newest_master_key_every_night(account, north, settings):
    from io import StringIO

    from django.core.management import call_command

    rosa = account("rosa", north, "admin", factor=True)
    newest = max(settings.MASTER_KEYS) + 1
    settings.MASTER_KEYS = {**settings.MASTER_KEYS, newest: b"k" * 32}

    call_command("nightly", stdout=StringIO())

    assert Authenticator.objects.get(user=rosa).data["secret"].startswith(f"{newest}:")
    assert actions.rewrap_factors() == 0
