"""Places: what is open says no more than it may, today and in the past; the whole address waits under seal."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from ecosystem.accounts.models import Seat
from mapping.actions.places import add_place, change_precision, edit_place
from mapping.geo.location import Location
from mapping.geo.zips import Point, zip_point
from mapping.models import Place
from mapping.queries.places import place_shown, whole_location
from tests.factories.mapping import NeighborhoodFactory, OrganizationFactory

HOUSE = Location(
    label="Blue door", street="1412 Tanner Street", city="Philadelphia", state="PA", zip_code="19134",
    point=Point(39.987654, -75.123456), note="ring twice",
)  # fmt: skip


def dumped(place):
    """All that the database holds in the open about a place, its past included."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_jsonb(p) - 'sealed' FROM mapping_place p WHERE id = %s", [place.pk])
        now = str(cursor.fetchall())
        cursor.execute("SELECT to_jsonb(e) - 'sealed' FROM mapping_placeevent e WHERE pgh_obj_id = %s", [place.pk])
        return now + str(cursor.fetchall())


@pytest.mark.parametrize("precision", ["zip", "neighborhood", "hidden"])
def test_nothing_open_tells_where_a_reduced_place_is(north_scope, ana, precision):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision=precision)

    assert not any(secret in dumped(place) for secret in ("Tanner", "1412", "Blue", "39.98", "ring"))


@pytest.mark.parametrize("precision", ["street", "zip", "neighborhood", "hidden"])
def test_the_whole_address_waits_under_seal(north_scope, ana, precision):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision=precision)

    assert whole_location(Place.objects.get(pk=place.pk)) == HOUSE


def test_hiding_a_place_takes_it_out_of_its_past(north_scope, ana):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE)
    told_before = dumped(place)

    change_precision(place, by=ana.membership, precision="hidden")

    assert "Tanner" in told_before
    assert "Tanner" not in dumped(place)
    assert apps.get_model("mapping", "PlaceEvent").objects.filter(pgh_obj_id=place.pk).count() == 2


def test_a_hidden_place_can_be_shown_again_without_typing_it_anew(north_scope, ana):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision="hidden")

    change_precision(place, by=ana.membership, precision="exact")

    again = Place.objects.get(pk=place.pk)
    assert (again.street, again.label, again.sealed) == ("1412 Tanner Street", "Blue door", None)


def test_by_neighborhood_everybody_sees_its_fixed_middle(north_scope, ana):
    hood = NeighborhoodFactory(name="Tanner Flats", latitude="39.990000", longitude="-75.120000")
    place = add_place(
        OrganizationFactory(),
        by=ana.membership,
        location=Location(street="1 A St", neighborhood=hood.pk),
        precision="neighborhood",
    )

    shown = place_shown(Place.objects.select_related("neighborhood").get(pk=place.pk))

    assert (shown.line, shown.latitude, shown.longitude) == ("Tanner Flats", 39.99, -75.12)


def test_without_coordinates_an_exact_place_stands_in_the_middle_of_its_zip(north_scope, ana):
    place = add_place(OrganizationFactory(), by=ana.membership, location=Location(street="1 A St", zip_code="19134"))

    middle = zip_point("19134")
    assert (place.latitude, place.longitude) == (middle.latitude, middle.longitude)


def test_who_may_open_a_hidden_place(north_scope, ana, ben, ada):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision="hidden")

    seen = {
        name: bool(place_shown(place, person.membership).whole)
        for name, person in (("ana", ana), ("ben", ben), ("ada", ada))
    }

    assert seen == {"ana": True, "ben": False, "ada": True}


def test_ben_may_open_the_place_of_a_group_that_he_speaks_for(north_scope, ana, ben):
    group = OrganizationFactory()
    place = add_place(group, by=ana.membership, location=HOUSE, precision="hidden")
    Seat.objects.create(membership=ben.membership, kind="speaks_for", target_id=group.pk)

    assert "Tanner" in place_shown(place, ben.membership).whole


def test_without_a_reader_nothing_is_opened(north_scope, ana):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision="hidden")

    assert (place_shown(place).whole, place_shown(place).line) == ("", "The place is not shown")


def test_the_database_refuses_a_reduced_place_that_tells_its_street(north_scope):
    with pytest.raises(IntegrityError), transaction.atomic():
        Place.objects.create(organization=OrganizationFactory(), precision="zip", street="12 Elm Street")


def test_editing_a_place_keeps_its_seal_in_step(north_scope, ana):
    place = add_place(OrganizationFactory(), by=ana.membership, location=HOUSE, precision="zip")

    edit_place(place, by=ana.membership, location=Location(street="9 Mill Lane", zip_code="60623"), precision="zip")

    again = Place.objects.get(pk=place.pk)
    assert (again.zip_code, whole_location(again).street) == ("60623", "9 Mill Lane")
