"""Pages of a group: adding in a minute, doubles, editing, places, ties."""

import pytest
from django.urls import reverse

from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.contacts import set_contacts
from mapping.actions.places import add_place
from mapping.actions.relations import add_relation
from mapping.geo.location import Location
from mapping.models import Contact, Organization, Place, Relation, Resource
from tests.factories.mapping import AreaFactory, OrganizationFactory, ResourceFactory

CONTACT_ROWS = {"contacts-TOTAL_FORMS": "1", "contacts-INITIAL_FORMS": "0"}


@pytest.fixture
def kettle(north):
    with coalition_scope(north.pk):
        return OrganizationFactory(name="Copper Kettle", name_key="copper kettle")


def at(name, *args):
    return reverse(f"mapping:{name}", args=["north", *args])


def hang_on(group, ana, many):
    for number in range(many):
        ResourceFactory(organization=group)
        location = Location(street=f"{number} Elm Street", zip_code="19134")
        add_place(group, by=ana.membership, location=location, precision="hidden")
        add_relation(by=ana.membership, source=group, target=OrganizationFactory(), kind="works_with")
    set_contacts(group, by=ana.membership, rows=[{"value": f"555 010{number}"} for number in range(many)])


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_takes_the_same_statements_however_much_hangs_on_it(
    client, north, ana, kettle, django_assert_max_num_queries, many
):
    with coalition_scope(north.pk):
        hang_on(kettle, ana, many)
    client.force_login(ana.user)

    with django_assert_max_num_queries(16):  # 12, and two savepoints with their releases
        response = client.get(at("organization_detail", kettle.pk))

    assert response.status_code == 200


@pytest.mark.parametrize("name", ["organization_detail", "organization_edit", "place_add", "relation_add"])
def test_cleo_cannot_open_a_page_of_norths_group(client, cleo, kettle, name):
    client.force_login(cleo.user)

    north, own = client.get(at(name, kettle.pk)), client.get(reverse(f"mapping:{name}", args=["south", kettle.pk]))

    assert (north.status_code, own.status_code) == (404, 404)


def test_cleo_is_offered_no_group_of_north_while_typing(client, cleo, kettle):
    client.force_login(cleo.user)

    response = client.get(reverse("mapping:organization_like", args=["south"]), {"name": "Copper Kettle"})

    assert response.status_code == 200
    assert "Copper" not in response.content.decode()


def test_a_group_with_its_first_resource_is_added_in_one_form(client, north, ben):
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(ben.user)
    typed = {
        "name": "Night Kitchen", "kind": "informal", "offering": "Soup at night", "areas": [area.pk], "way": "phone",
        "contact": "555 0126",
    }  # fmt: skip

    response = client.post(at("organization_add"), typed)

    assert response.status_code == 302
    with coalition_scope(north.pk):
        resource = Resource.objects.select_related("organization").get(name="Soup at night")
        assert (resource.organization.name, resource.areas.get().area_id) == ("Night Kitchen", area.pk)
        assert Contact.objects.get().value == "555 0126"


def test_a_likely_double_is_shown_before_it_is_made(client, north, ben, kettle):
    client.force_login(ben.user)

    response = client.post(at("organization_add"), {"name": "The Copper Kettle", "kind": "informal"})

    assert response.status_code == 422
    assert [one.organization for one in response.context["possible"]] == [kettle]


def test_who_says_that_it_is_another_one_is_believed(client, north, ben, kettle):
    client.force_login(ben.user)

    client.post(at("organization_add"), {"name": "Copper Kettle", "kind": "informal", "is_another": "on"})

    with coalition_scope(north.pk):
        assert Organization.objects.filter(name="Copper Kettle").count() == 2


def test_a_state_body_with_something_to_offer_is_asked_about(client, ben):
    client.force_login(ben.user)

    response = client.post(at("organization_add"), {"name": "Sheriff", "kind": "state_body", "offering": "Patrols"})

    assert response.status_code == 422
    assert "never counts as care" in response.content.decode()


def test_a_group_is_edited_with_its_contacts(client, north, ben, kettle):
    client.force_login(ben.user)
    typed = {
        "name": "Copper Kettle",
        "kind": "informal",
        "language": "en",
        "contacts-0-way": "text",
        "contacts-0-value": "555 0199",
    }

    response = client.post(at("organization_edit", kettle.pk), {**typed, **CONTACT_ROWS})

    assert response.status_code == 302
    with coalition_scope(north.pk):
        assert [(row.way, row.value) for row in Contact.objects.filter(organization=kettle)] == [("text", "555 0199")]


def test_taking_a_group_away_can_be_undone(client, north, ben, kettle):
    client.force_login(ben.user)
    client.post(at("organization_remove", kettle.pk))
    gone = client.get(at("organization_detail", kettle.pk)).status_code

    client.post(at("organization_restore", kettle.pk))

    assert (gone, client.get(at("organization_detail", kettle.pk)).status_code) == (404, 200)


def test_ben_can_hide_a_place_and_then_not_open_it(client, north, ben, kettle):
    client.force_login(ben.user)
    client.post(at("place_add", kettle.pk), {"street": "14 Elm Street", "zip_code": "19134", "precision": "hidden"})
    with coalition_scope(north.pk):
        place = Place.objects.get()

    page, edit = client.get(at("organization_detail", kettle.pk)), client.get(at("place_edit", place.pk))

    assert "Elm" not in page.content.decode()
    assert edit.status_code == 403


def test_ana_sees_what_is_behind_a_hidden_place(client, north, ana, kettle):
    with coalition_scope(north.pk):
        add_place(kettle, by=ana.membership, location=Location(street="14 Elm Street"), precision="hidden")
    client.force_login(ana.user)

    assert "14 Elm Street" in client.get(at("organization_detail", kettle.pk)).content.decode()


@pytest.mark.parametrize("typed", ["0, 0", "here", "95, 10"])
def test_a_point_that_is_none_is_refused_and_kept(client, ben, kettle, typed):
    client.force_login(ben.user)

    response = client.post(at("place_add", kettle.pk), {"street": "1 A St", "coordinates": typed, "precision": "exact"})

    assert response.status_code == 422
    assert f'value="{typed}"' in response.content.decode()


def test_a_tie_goes_the_way_it_is_drawn(client, north, ben, kettle):
    with coalition_scope(north.pk):
        fund = OrganizationFactory(name="Fund")
    client.force_login(ben.user)

    client.post(at("relation_add", kettle.pk), {"other": fund.pk, "kind": "funds", "direction": "in", "closeness": "3"})

    with coalition_scope(north.pk):
        tie = Relation.objects.get()
    assert (tie.source_id, tie.target_id, tie.closeness) == (fund.pk, kettle.pk, 3)


def test_the_same_tie_is_not_drawn_twice(client, north, ana, ben, kettle):
    with coalition_scope(north.pk):
        fund = OrganizationFactory(name="Fund")
        add_relation(by=ana.membership, source=kettle, target=fund, kind="works_with")
    client.force_login(ben.user)

    response = client.post(at("relation_add", kettle.pk), {"other": fund.pk, "kind": "works_with", "direction": "out"})

    assert response.status_code == 422


def test_what_happened_is_fetched_for_members_only(client, ben, cleo, kettle):
    address = at("record_past", "organization", kettle.pk)
    client.force_login(ben.user)
    mine = client.get(address).status_code
    client.force_login(cleo.user)

    assert (mine, client.get(address).status_code) == (200, 404)


def test_what_is_typed_on_a_spanish_page_counts_as_spanish(client, north, ben):
    client.force_login(ben.user)
    typed = {"name": "Comadres", "kind": "informal", "offering": "Cuidan de noche", "way": "phone", "contact": ""}

    client.post(at("organization_add"), typed, headers={"Accept-Language": "es"})

    with coalition_scope(north.pk):
        assert Resource.objects.values_list("language", "organization__language").get() == ("es", "es")
