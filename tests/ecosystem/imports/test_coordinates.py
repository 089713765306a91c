"""Coordinates from two columns, one cell, prose or a ZIP; order discovered, nonsense refused."""

import pytest

from ecosystem.imports.values import Point, clean_coordinates, coordinate_order, point_from_zip

HERE = Point(40.44, -79.99)


@pytest.mark.parametrize(
    "text",
    [
        "40.44, -79.99",
        "Geolocation is 40.44, -79.99",
        "POINT(-79.99 40.44)",
        "40,440; -79,990",
        "lon -79.99 lat 40.44",
        "40.44 N, 79.99 W",
        "https://maps.example.org/@40.44,-79.99,15z",
    ],
)
def test_one_cell_can_hold_both(text):
    assert clean_coordinates(text) == (HERE, None)


def test_degrees_and_minutes_are_understood():
    assert clean_coordinates("40°26'46\"N 79°58'56\"W")[0] == Point(40.4461111, -79.9822222)


@pytest.mark.parametrize(
    ("cells", "point", "problem"),
    [
        (("40.44", "-79.99"), HERE, None),
        (("-79.99", "40.44"), HERE, "coordinates_swapped"),
        (("40.44", "79.99"), HERE, "coordinates_sign"),
        (("0", "0"), None, "coordinates_zero"),
        (("x", "x"), None, "coordinates_wrong"),
        (("95", "-200"), None, "coordinates_wrong"),
        (("", "-79.99"), None, "coordinates_half"),
        (("", ""), None, None),
    ],
)
def test_two_cells_are_checked(cells, point, problem):
    value, found = clean_coordinates(*cells)

    assert (value, found.code if found else None) == (point, problem)


def test_the_order_is_found_for_the_whole_file():
    assert coordinate_order([("-79.99", "40.44"), ("-80.1", "40.5"), ("x", "")]) == "lon_lat"
    assert coordinate_order(["40.44, -79.99", "nothing"]) == "lat_lon"
    assert coordinate_order([("10.5", "20.5")]) == ""
    assert clean_coordinates("-79.99", "40.44", order="lon_lat") == (HERE, None)


def test_a_zip_gives_a_center_except_where_the_list_has_zero():
    assert round(point_from_zip("15227-1234").latitude) == 40
    assert point_from_zip("00000") is None
    assert point_from_zip("") is None
