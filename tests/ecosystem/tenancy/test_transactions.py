"""The scope follows transactions, savepoints and nesting, and never outlives them."""

import pytest
from django.db import connection, transaction

from ecosystem.tenancy.scope import Scope, ScopeError, coalition_scope, current, narrowed
from mapping.models import Organization


def seen() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM mapping_organization ORDER BY name")
        return [name for (name,) in cursor.fetchall()]


def fail_after_reading() -> None:
    seen()
    raise ZeroDivisionError


def test_scopes_nest(here, there):
    with coalition_scope(here.coalition.pk):
        before = seen()
        with coalition_scope(there.coalition.pk):
            inside = seen()
        after = seen()

    assert (before, inside, after) == (["secret of north"], ["secret of south"], ["secret of north"])


def test_a_rolled_back_savepoint_does_not_take_the_scope_with_it(here, there):
    with coalition_scope(here.coalition.pk):
        with pytest.raises(ZeroDivisionError), transaction.atomic(), coalition_scope(there.coalition.pk):
            fail_after_reading()
        assert seen() == ["secret of north"]


def test_a_released_savepoint_does_not_leave_its_scope_behind(here, there):
    with coalition_scope(here.coalition.pk):
        with transaction.atomic(), coalition_scope(there.coalition.pk):
            seen()
        assert seen() == ["secret of north"]


def test_nothing_is_seen_once_the_scope_has_closed(here):
    with coalition_scope(here.coalition.pk):
        seen()

    assert seen() == []


def test_a_queryset_is_answered_for_the_scope_in_which_it_runs(here, there):
    with coalition_scope(here.coalition.pk):
        organizations = Organization.objects.filter(name__startswith="secret")
        list(organizations.all())
    with coalition_scope(there.coalition.pk):
        names = [organization.name for organization in organizations]

    assert names == ["secret of south"]
    with pytest.raises(ScopeError):
        list(organizations.all())


def test_a_scope_without_a_transaction_is_refused(transactional_db, settings):
    from uuid import uuid4

    with pytest.raises(ScopeError), coalition_scope(uuid4()):
        Organization.objects.count()


def test_words_that_could_end_a_string_cannot_be_part_of_a_scope():
    with pytest.raises(ScopeError):
        Scope(actor="x'; RESET ROLE; --").settings()


def test_a_narrowed_scope_keeps_its_coalition(here):
    with coalition_scope(here.coalition.pk, action="a"), narrowed(action="b"):
        scope = current()

    assert (scope.coalition_id, scope.action) == (here.coalition.pk, "b")


def test_a_link_reaches_only_the_tables_of_its_kind(here):
    narrow = {"link_kind": "guide", "models": frozenset({"mapping.Resource"})}
    with coalition_scope(here.coalition.pk, **narrow), pytest.raises(ScopeError):
        Organization.objects.count()


def test_a_sealed_table_answers_no_link_even_by_raw_sql(here):
    from mapping.models import PromisedPerson, Resource

    with coalition_scope(here.coalition.pk):
        PromisedPerson.objects.create(resource=Resource.objects.get(), sealed=b"x")
    with coalition_scope(here.coalition.pk, link_kind="guide"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM mapping_promisedperson")
        assert cursor.fetchone() == (0,)
