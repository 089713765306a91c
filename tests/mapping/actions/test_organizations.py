"""Groups: adding, editing, and what may never be."""

import pytest
from django.db import IntegrityError, transaction

from mapping.actions.groups import begin_group
from mapping.actions.keeping.restoring import restore_removed
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.actions.organizations import (
    OthersBelongToItError,
    StateBodyOffersNothingError,
    add_organization,
    edit_organization,
    remove_organization,
)
from mapping.actions.relations import add_relation
from mapping.actions.resources import add_resource
from mapping.models import Contact, Organization, Relation, Resource
from mapping.queries.duplicates import possible_duplicates
from tests.factories.mapping import AreaFactory, OrganizationFactory, ResourceFactory


def test_a_group_is_found_by_its_folded_name(north_scope, ana):
    group = add_organization(by=ana.membership, name="  Círculo   de Mujeres ")

    assert (group.name, group.name_key) == ("Círculo de Mujeres", "circulo de mujeres")


def test_a_group_begins_with_its_first_resource_and_a_number(north_scope, ana):
    area = AreaFactory()
    contacts = [{"way": "phone", "value": "555 0126"}]

    group, resource = begin_group(
        by=ana.membership, name="Copper Kettle", kind="informal", offer="Night line", areas=[area.pk], contacts=contacts
    )

    assert resource.organization == group
    assert [link.area for link in resource.areas.all()] == [area]
    assert [contact.value for contact in Contact.objects.filter(organization=group)] == ["555 0126"]


def test_a_state_body_offers_nothing(north_scope, ana):
    body = OrganizationFactory(kind="state_body")

    with pytest.raises(StateBodyOffersNothingError):
        add_resource(body, by=ana.membership, name="Patrols")


def test_the_database_too_refuses_a_resource_of_a_state_body(north_scope):
    body = OrganizationFactory(kind="state_body")

    with pytest.raises(IntegrityError, match="state body"), transaction.atomic():
        ResourceFactory(organization=body)


def test_a_group_that_offers_something_cannot_become_a_state_body(north_scope, ana):
    group = ResourceFactory().organization

    with pytest.raises(StateBodyOffersNothingError):
        edit_organization(group, by=ana.membership, kind="state_body")
    with pytest.raises(IntegrityError, match="state body"), transaction.atomic():
        Organization.objects.filter(pk=group.pk).update(kind="state_body")


def test_who_writes_second_is_told(north_scope, ana):
    group = OrganizationFactory()
    edit_organization(group, by=ana.membership, version=1, description="First")

    with pytest.raises(ChangedMeanwhileError):
        edit_organization(group, by=ana.membership, version=1, description="Second")


def test_a_group_comes_back_with_all_that_hung_on_it(north_scope, ana):
    group, resource = begin_group(
        by=ana.membership, name="Kettle", kind="informal", offer="Tea", areas=[AreaFactory().pk]
    )
    add_relation(by=ana.membership, source=group, target=OrganizationFactory(), kind="works_with")
    remove_organization(group, by=ana.membership)
    gone = (Organization.objects.filter(pk=group.pk).exists(), Resource.objects.filter(pk=resource.pk).exists())

    restore_removed("organization", group.pk, by=ana.membership)

    assert gone == (False, False)
    assert Resource.objects.get(pk=resource.pk).areas.count() == 1
    assert Relation.objects.filter(source=group).count() == 1


def test_a_group_that_others_are_part_of_stays(north_scope, ana):
    group = OrganizationFactory()
    OrganizationFactory(parent=group)

    with pytest.raises(OthersBelongToItError):
        remove_organization(group, by=ana.membership)


def test_likely_the_same_group_is_shown_while_typing(north_scope):
    kettle = OrganizationFactory(name="The Copper Kettle", name_key="the copper kettle")
    OrganizationFactory(name="Copper Street Fridge", name_key="copper street fridge")

    assert [one.organization for one in possible_duplicates("Copper Kettel")] == [kettle]


def test_two_letters_are_too_few_to_guess(north_scope):
    OrganizationFactory(name="Co", name_key="co")

    assert possible_duplicates("Co") == []
