"""What all processes must know for a moment."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import connection, connections, transaction
from django.utils import timezone

from ecosystem.tenancy.cache import delete_expired
from ecosystem.tenancy.models import CacheEntry
from ecosystem.tenancy.scope import coalition_scope


def test_of_two_who_add_the_same_one_is_told_that_it_is_there(db):
    assert [cache.add("code", "y", timeout=30), cache.add("code", "y", timeout=30)] == [True, False]


def test_what_is_over_can_be_added_again(db):
    cache.add("code", "y", timeout=30)
    CacheEntry.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert cache.get("code") is None
    assert cache.add("code", "y", timeout=30)


def test_values_come_back_are_changed_and_go(db):
    cache.set("place", {"a": [1, "x"]}, timeout=None)
    assert cache.get("place") == {"a": [1, "x"]}

    assert cache.touch("place", 5)
    assert cache.delete("place")
    assert cache.get("place", "gone") == "gone"


def test_keys_and_values_that_are_over_go_every_night(db):
    cache.set("a", 1, timeout=-1)
    cache.set("b", 1, timeout=60)

    assert delete_expired() == 1
    assert CacheEntry.objects.count() == 1


def test_keys_say_nothing(db):
    cache.set("allauth.mfa.totp.used?user=rosa&code=123456", "y")

    (row,) = CacheEntry.objects.all()
    assert len(bytes(row.key)) == 32


def test_the_table_is_unlogged(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = 'tenancy_cacheentry'")
        assert cursor.fetchone() == ("u",)


@pytest.mark.django_db(transaction=True, databases=["default", "outside"])
def test_a_code_stays_used_when_the_request_fails(settings, north):
    settings.OUTSIDE_DATABASE = "outside"
    try:
        with coalition_scope(north.pk), transaction.atomic():
            cache.add("code", "y", timeout=30)
            transaction.set_rollback(True)

        assert not cache.add("code", "y", timeout=30)
    finally:
        cache.clear()
        connections["outside"].close()
