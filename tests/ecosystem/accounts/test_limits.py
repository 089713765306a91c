"""Who knocks too often waits; nothing that is counted says who knocked."""

from datetime import timedelta

from django.utils import timezone

from ecosystem.accounts.limits import LIMITS
from ecosystem.accounts.models import RateLimit
from tests.ecosystem.accounts.conftest import sign_in

TRIES = LIMITS["sign_in"].per_account


def knock(client, name, times, **headers):
    return [sign_in(client, name, "wrong wrong wrong", **headers).status_code for _ in range(times)]


def test_guessing_at_one_account_is_stopped(client, account, north):
    account("rosa", north)

    answers = knock(client, "rosa", TRIES + 1)

    assert answers == [200] * TRIES + [429]
    assert sign_in(client, "ROSA").status_code == 429


def test_another_account_from_the_same_network_is_let_in(client, account, north):
    account("rosa", north)
    account("olu", north)
    knock(client, "rosa", TRIES + 1)

    assert sign_in(client, "olu").status_code == 302


def test_guessing_at_many_accounts_from_one_network_is_stopped(client, db):
    address = LIMITS["sign_in"].per_address
    answers = [sign_in(client, f"name{number}", "x").status_code for number in range(address + 1)]

    assert answers[-1] == 429
    assert set(answers[:-1]) == {200}


def test_guessing_at_the_second_step_is_stopped(client, account, north):
    account("rosa", north, "admin", factor=True)
    sign_in(client, "rosa")

    answers = [client.post("/account/2fa/authenticate/", {"code": "000000"}).status_code for _ in range(11)]

    assert answers == [200] * 10 + [429]


def test_invitations_cannot_be_guessed_at(client, db):
    limit = LIMITS["invitation"].per_address
    answers = [client.get(f"/i/guess{number}/").status_code for number in range(limit + 1)]

    assert answers == [404] * limit + [429]


def test_what_is_counted_names_neither_network_nor_account(client, account):
    account("rosa")
    knock(client, "rosa", 2, REMOTE_ADDR="203.0.113.77")

    rows = list(RateLimit.objects.values_list("key", "count"))

    assert sorted(count for _, count in rows) == [2, 2]
    assert all(b"rosa" not in bytes(key) and b"203.0.113" not in bytes(key) for key, _ in rows)


def test_old_counts_are_swept_away(client, db):
    RateLimit.objects.create(key=b"old", count=3, expires_at=timezone.now() - timedelta(minutes=1))

    knock(client, "rosa", 1)

    assert not RateLimit.objects.filter(pk=b"old").exists()


def test_the_table_of_counts_is_unlogged(db):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'accounts_ratelimit'")
        assert cursor.fetchone() == ("u",)
