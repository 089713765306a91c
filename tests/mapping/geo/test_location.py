"""No reduced place tells more than its precision says, however it was written down."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.geo.location import NOWHERE, Location, reduced, sound_point, street_without_number
from mapping.geo.zips import Point, zip_point

CENTROID = Point(39.99, -75.12)
HOUSE = Location(
    label="Blue door", street="1412 Tanner Street, Apt 3", city="Philadelphia", state="PA", zip_code="19134-1022",
    neighborhood=uuid4(), point=Point(39.987654, -75.123456), note="ring twice",
)  # fmt: skip
points = st.builds(
    Point,
    st.floats(25, 48, allow_nan=False).map(lambda n: round(n, 6)),
    st.floats(-124, -67).map(lambda n: round(n, 6)),
)
houses = st.builds(
    Location,
    label=st.text(max_size=20), street=st.text(max_size=40), city=st.text(max_size=20), state=st.text(max_size=2),
    zip_code=st.sampled_from(["19134", "19134-1022", "60623", "00000", ""]), neighborhood=st.none() | st.uuids(),
    point=st.none() | points, note=st.text(max_size=20),
)  # fmt: skip


@given(house=houses, precision=st.sampled_from(["street", "zip", "neighborhood", "hidden"]))
def test_a_reduced_point_is_never_closer_than_a_fixed_centroid(house, precision):
    shown = reduced(house, precision, neighborhood_point=CENTROID)

    assert shown.point in {None, CENTROID, zip_point(house.zip_code)}


@given(house=houses, other=points, precision=st.sampled_from(["zip", "neighborhood", "hidden"]))
def test_where_the_house_stands_changes_nothing_of_what_is_shown(house, other, precision):
    moved = Location(
        "other label", "other street", house.city, house.state, house.zip_code, house.neighborhood, other, "other note"
    )

    assert reduced(house, precision, neighborhood_point=CENTROID) == reduced(
        moved, precision, neighborhood_point=CENTROID
    )


def test_by_zip_shows_city_and_zip_at_its_middle():
    expected = Location(city="Philadelphia", state="PA", zip_code="19134", point=zip_point("19134"))

    assert reduced(HOUSE, "zip", neighborhood_point=CENTROID) == expected


def test_by_neighborhood_shows_no_zip_that_would_narrow_it():
    expected = Location(city="Philadelphia", state="PA", neighborhood=HOUSE.neighborhood, point=CENTROID)

    assert reduced(HOUSE, "neighborhood", neighborhood_point=CENTROID) == expected


def test_hidden_shows_nothing_at_all():
    assert reduced(HOUSE, "hidden", neighborhood_point=CENTROID) == NOWHERE


def test_exact_shows_everything():
    assert reduced(HOUSE, "exact") == HOUSE


def test_exact_without_a_point_takes_the_middle_of_the_zip():
    house = Location(street="1 Main Street", zip_code="19134")

    assert reduced(house, "exact").point == zip_point("19134")


@pytest.mark.parametrize(
    ("written", "street"),
    [
        ("1412 Tanner Street", "Tanner Street"),
        ("1412 Tanner Street, Apt 3", "Tanner Street"),
        ("1412-B Tanner St Apt 3", "Tanner St"),
        ("1412 1/2 Tanner St", "Tanner St"),
        ("220 5th Street", "5th Street"),
        ("5th Street", "5th Street"),
        ("Calle Sol 14", "Calle Sol"),
        ("Calle Sol #14", "Calle Sol"),
        ("P.O. Box 12", ""),
        ("1412", ""),
        ("", ""),
    ],
)
def test_a_street_loses_its_number_but_not_its_name(written, street):
    assert street_without_number(written) == street


@pytest.mark.parametrize("pair", [(0.0, 0.0), (0.0000001, 0.0), (None, -75.1), (39.9, None), (91.0, 0.0), (1.0, 181.0)])
def test_what_is_no_place_on_earth_is_no_point(pair):
    assert sound_point(*pair) is None


@pytest.mark.parametrize("code", ["", "1913", "abcde", "００００１"])
def test_an_unknown_zip_has_no_middle(code):
    assert zip_point(code) is None
