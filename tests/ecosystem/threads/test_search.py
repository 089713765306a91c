"""Search finds groups, resources and needs by word in either language, and only one's own."""

import pytest
from django.db import connection

from ecosystem.tenancy.scope import coalition_scope, narrowed
from ecosystem.threads.actions import tie
from ecosystem.threads.models import SearchDocument, ThreadLink
from ecosystem.threads.search.queries import by_kind, finds, found_ids
from mapping.models import Need, Organization, PromisedPerson, Resource
from tests.factories.mapping import NeedFactory, OrganizationFactory, ResourceFactory


def titles(typed, person):
    return [target.title for target in finds(typed, person.membership)]


@pytest.mark.parametrize("typed", ["fridge", "Frid", "fridges", "riverside fri", "RIVERSIDE  FRIDGE!", "the fridge"])
def test_a_group_is_found_by_its_name_even_unfinished(ana, north_scope, typed):
    OrganizationFactory(name="Riverside Fridge")
    OrganizationFactory(name="Oak Street Clinic")

    assert titles(typed, ana) == ["Riverside Fridge"]


@pytest.mark.parametrize("typed", ["cocina", "cocinas", "comunicacion", "Comunicación", "comunic"])
def test_words_are_found_in_spanish_with_and_without_accents(ana, north_scope, typed):
    OrganizationFactory(name="Cocina y comunicación", language="es")

    assert titles(typed, ana) == ["Cocina y comunicación"]


def test_titles_come_before_what_stands_in_the_text(ana, north_scope):
    group = OrganizationFactory(name="North Table")
    ResourceFactory(organization=group, name="Supper", offers="Also a van for deliveries.")
    NeedFactory(summary="A van")

    assert titles("van", ana) == ["A van", "Supper"]


def test_finds_stand_in_groups_by_kind(ana, north_scope):
    group = OrganizationFactory(name="Van pool")
    ResourceFactory(organization=group, name="Van rides")

    assert [(str(found.label), len(found.targets)) for found in by_kind(finds("van", ana.membership))] == [
        ("Groups", 1),
        ("Resources", 1),
    ]


def test_what_was_renamed_is_found_by_its_new_name_only(ana, north_scope):
    group = OrganizationFactory(name="Riverside Fridge")
    Organization.objects.filter(pk=group.pk).update(name="Cedar Pantry")

    assert (titles("riverside", ana), titles("cedar", ana)) == ([], ["Cedar Pantry"])


def test_what_was_removed_is_not_found(ana, north_scope):
    NeedFactory(summary="a van")
    Need.objects.all().delete()

    assert SearchDocument.objects.count() == 0


def test_a_removed_record_takes_its_threads_with_it(ana, north_scope):
    need, other = NeedFactory(), NeedFactory()
    tie(("need", need.pk), ("need", other.pk), by=ana.membership)
    need.delete()

    assert ThreadLink.objects.count() == 0


def test_cleo_finds_nothing_of_north(north, ana, cleo):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Riverside Fridge")

    with coalition_scope(cleo.membership.coalition_id):
        assert titles("riverside", cleo) == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT search_ids(%s, 'riverside', '{organization}', 10)", [north.pk])
            assert cursor.fetchone() == ([],)


def test_a_link_searches_nothing(north_scope):
    OrganizationFactory(name="Riverside Fridge")

    with narrowed(link_kind="guide"):
        assert found_ids("riverside", ["organization"], limit=10) == []


def test_nothing_is_found_without_a_scope(north):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Riverside Fridge")

    with connection.cursor() as cursor:
        cursor.execute("SELECT search_ids(%s, 'riverside', '{organization}', 10)", [north.pk])
        assert cursor.fetchone() == ([],)


def test_researchers_find_nothing_of_the_map(north, ana, north_scope):
    OrganizationFactory(name="Riverside Fridge")
    ana.membership.role = "researcher"

    assert titles("riverside", ana) == []


def test_who_promised_is_in_no_word_of_the_search(ana, north_scope):
    resource = ResourceFactory(name="Supper")
    PromisedPerson.objects.create(resource=resource, sealed=b"Rosa")

    assert [
        row.title for row in SearchDocument.objects.order_by("title") if "Rosa" in row.words or "rosa" in row.words
    ] == []


@pytest.mark.parametrize(
    "typed", ["", "  ", "a", "' OR 1=1 --", "!!! & | ( ", "%", "de la el", "x" * 5000, "\\", ":*", "日本"]
)
def test_strange_words_break_nothing(ana, north_scope, typed):
    OrganizationFactory(name="Riverside Fridge")

    assert titles(typed, ana) == []


def test_finding_many_takes_as_many_queries_as_finding_one(ana, north_scope, django_assert_num_queries):
    group = OrganizationFactory(name="Fridge")
    ana.membership.coalition  # noqa: B018 # the door has it at hand
    for _ in range(2):
        with django_assert_num_queries(3):
            finds("fridge", ana.membership)
        OrganizationFactory.create_batch(3, name="Fridge")
    assert Resource.objects.filter(organization=group).count() == 0
