"""The same group under different spellings is found, without comparing all with all."""

import time

import pytest

from ecosystem.imports.names import (
    Duplicates,
    Profile,
    address_key,
    duplicates_within,
    host_key,
    likeness,
    name_key,
    phone_key,
)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Orchard Street Kitchen, Inc.", "orchard street kitchen"),
        ("  Tía  Rides ", "tia rides"),
        ("Bench & Table", "bench table"),
        ("Carl’s Café LLC", "carls cafe"),
        ("La Olla", "olla"),
        ("The", "the"),
        ("Co", "co"),
        ("互助会", "互助会"),
    ],
)
def test_names_are_folded(name, key):
    assert name_key(name) == key


def test_apostrophes_of_both_kinds_fold_the_same():
    assert name_key("Ann's Market") == name_key("Ann’s Market")


def test_addresses_hosts_and_phones_have_keys():
    assert address_key("329 E. Warrington Ave., Suite 4") == address_key("329 East Warrington Avenue")
    assert host_key("https://www.Kitchen.example.org/about?x=1") == "kitchen.example.org"
    assert host_key("facebook.com") == ""
    assert host_key("https://facebook.com/Kitchen/") == "facebook.com/kitchen"
    assert phone_key("+1 (412) 555-0100") == "4125550100"
    assert phone_key("988") == ""


def profile(ref, name, **facts):
    return Profile.of(ref, name, **facts)


def score(one, other):
    return likeness(profile(1, one[0], **one[1]), profile(2, other[0], **other[1])).score


HERE = {"address": "12 Orchard St", "zip": "15227"}


def test_the_same_name_and_place_is_certain():
    other = {"address": "12 Orchard Street, Floor 2", "zip": "15227-1234"}

    assert score(("Orchard Kitchen Inc", HERE), ("The ORCHARD KITCHEN", other)) >= 90


def test_a_slip_of_the_pen_with_the_same_phone_is_likely():
    phone = {"phones": ["412-555-0100"]}

    assert score(("Bench and Table", phone), ("Bench & Tabel Mediators", phone)) >= 78


def test_branches_and_numbered_stores_are_not_duplicates():
    there = {"address": "99 Elm Ave", "zip": "15104"}

    assert score(("Corner Fridge", HERE), ("Corner Fridge", there)) < 78
    assert score(("Wawa Food Market 8007", {}), ("Wawa Food Market 8013", {})) < 78


def test_two_groups_in_one_house_are_not_duplicates():
    assert score(("Grief Table", HERE), ("Night Gym", HERE)) < 78


def test_the_likeliest_comes_first_with_its_reasons():
    known = Duplicates([profile("a", "Orchard Kitchen", **HERE), profile("b", "Orchard Street Kitchen", zip="15227")])

    found = known.like(profile("new", "Orchard Kitchen", phones=["412-555-0100"], **HERE))

    assert (found[0].ref, found[0].is_certain) == ("a", True)
    assert found[0].reasons == ("name", "address")


def test_duplicates_inside_one_file_point_to_the_earlier_row():
    rows = [profile(1, "Night Gym", **HERE), profile(2, "Grief Table"), profile(3, "Night gym", **HERE)]

    assert [(ref, found.ref) for ref, found in duplicates_within(rows)] == [(3, 1)]


def test_many_rows_stay_fast():
    words = ["Hill", "River", "Care", "Food", "Youth", "Table", "Garden", "Union", "Clinic", "Circle", "Market"]
    names = [f"{words[n % 11]} {words[n // 11 % 11]} {words[n // 121 % 11]} {n % 97}" for n in range(8_000)]
    rows = [profile(n, name, address=f"{n} Oak St", zip=f"15{n % 300:03}") for n, name in enumerate(names)]
    started = time.monotonic()

    list(duplicates_within(rows))

    assert time.monotonic() - started < 15
