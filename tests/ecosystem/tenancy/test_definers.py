"""The functions that run with more rights than the application: another coalition's id gets nothing."""

import pytest
from django.db import DatabaseError, connection, transaction

from ecosystem.accounts.actors import Operator
from ecosystem.tenancy.checks import wall_problems
from ecosystem.tenancy.scope import coalition_scope, operator_scope
from mapping.actions.places import add_place, change_precision, remove_place
from mapping.actions.sql import blur_place_history
from mapping.geo.location import Location
from mapping.models import Place, PlaceEvent, Precision
from tests.factories.mapping import OrganizationFactory

BY = Operator("test")
SAFE_HOUSE = Location(label="", street="14 Wren Alley", city="Harrow", state="OH", zip_code="44101")


def ask(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


@pytest.fixture
def found_in_north(north, db):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Zephyr House")


def search(coalition_id, *, typed="zephyr", kinds=("organization",), at_most=10):
    return ask("SELECT search_ids(%s, %s, %s, %s)", coalition_id, typed, list(kinds), at_most)


def test_search_finds_in_the_coalition_in_scope_only(found_in_north, north, south):
    with coalition_scope(north.pk):
        assert len(search(north.pk)) == 1
    with coalition_scope(south.pk):
        assert search(north.pk) == []
        assert search(south.pk) == []


def test_search_finds_nothing_without_a_scope_or_for_a_link(found_in_north, north):
    assert search(north.pk) == []
    with operator_scope("test"):
        assert search(north.pk) == []
    with coalition_scope(north.pk, link_kind="guide"):
        assert search(north.pk) == []


@pytest.mark.parametrize("typed", ["", "'", "a & | ! b", "zephyr:*' || 'x", "\\", "(((", "%", "x" * 5000, "’:"])
def test_search_cannot_be_talked_into_another_coalition_by_what_is_typed(found_in_north, north, south, typed):
    with coalition_scope(south.pk):
        assert search(south.pk, typed=f"{typed} t{north.pk.hex} zephyr") == []


def test_search_takes_nothing_for_an_answer(found_in_north, north):
    with coalition_scope(north.pk):
        assert search(north.pk, typed=None) == []
        assert search(None) == []
        assert ask("SELECT search_ids(%s, 'zephyr', NULL, 10)", north.pk) == []


def past_of(coalition, place_id):
    with coalition_scope(coalition.pk):
        return [event.street for event in PlaceEvent.objects.filter(pgh_obj_id=place_id).order_by("pgh_id")]


@pytest.fixture
def place(north, db):
    with coalition_scope(north.pk):
        return add_place(OrganizationFactory(), by=BY, location=SAFE_HOUSE)


def test_a_place_made_less_exact_is_taken_out_of_its_history(north, place):
    with coalition_scope(north.pk):
        change_precision(place, by=BY, precision=Precision.HIDDEN)

    assert past_of(north, place.pk) == ["", ""]


def test_the_history_of_an_exact_place_cannot_be_blurred(north, place):
    with coalition_scope(north.pk):
        blur_place_history(place.pk)

    assert past_of(north, place.pk) == ["14 Wren Alley"]


def test_another_coalitions_history_cannot_be_blurred(north, south, place):
    with coalition_scope(north.pk):
        change_precision(place, by=BY, precision=Precision.HIDDEN)
        event = PlaceEvent.objects.filter(pgh_obj_id=place.pk).order_by("pgh_id").last()
        event.pk, event.street = None, "14 Wren Alley"  # a past that tells more, in whatever way it came about
        event.save(force_insert=True)
    with coalition_scope(south.pk):
        blur_place_history(place.pk)
    assert past_of(north, place.pk) == ["", "", "14 Wren Alley"]

    with coalition_scope(north.pk):
        blur_place_history(place.pk)
    assert past_of(north, place.pk) == ["", "", ""]


def test_a_place_made_less_exact_by_any_way_is_taken_out_of_its_history(north, place):
    with coalition_scope(north.pk), transaction.atomic():
        where = dict.fromkeys(("latitude", "longitude", "neighborhood"))
        words = dict.fromkeys(("street", "city", "zip_code", "state"), "")
        Place.objects.filter(pk=place.pk).update(precision=Precision.HIDDEN, **words, **where)

    assert past_of(north, place.pk) == ["", ""]


@pytest.mark.parametrize("call", ["blur_place_history(gen_random_uuid())", "purge_history('mapping_placeevent')"])
def test_without_a_scope_history_is_not_touched(db, call):
    with pytest.raises(DatabaseError, match="needs a coalition in scope"):
        ask(f"SELECT {call}")


@pytest.mark.parametrize("table", ["mapping_place", "accounts_user", "mapping_placeevent e; --", "pg_authid", None])
def test_only_declared_histories_are_purged(north, table):
    with coalition_scope(north.pk), pytest.raises(DatabaseError):
        ask("SELECT purge_history(%s)", table)


def test_purging_in_one_coalition_leaves_the_others_alone(north, south, place):
    with coalition_scope(north.pk):
        remove_place(place, by=BY)
    with coalition_scope(south.pk):
        assert ask("SELECT purge_history('mapping_placeevent')") == 0

    assert len(past_of(north, place.pk)) == 2


def test_what_can_still_be_undone_is_not_purged(north, place):
    with coalition_scope(north.pk):
        remove_place(place, by=BY)
        assert ask("SELECT purge_history('mapping_placeevent')") == 0


def test_there_are_four_such_functions_and_all_are_tight(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace")
        assert cursor.fetchone() == (4,)
    assert wall_problems() == []
