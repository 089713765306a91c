"""Rows go onto the map as the file says them, once, and a second time changes nothing."""

import pytest

from ecosystem.imports.actions import correct_cell, decide_row, empty_cells, merge_row, merge_spreadsheet
from ecosystem.imports.models import StagedRow
from mapping.actions.places import change_precision
from mapping.models import Answer, Area, Contact, OpeningHours, Organization, Place, Resource, ResourceLanguage
from mapping.queries.places import whole_location
from tests.ecosystem.imports.worlds import BY, HEADERS, ROWS, changed, counts, csv_of, merged, row_of, staged

pytestmark = pytest.mark.usefixtures("north_scope")


def test_nothing_is_written_before_the_merge():
    staged(csv_of(ROWS))

    assert (Organization.objects.count(), Resource.objects.count(), Area.objects.count()) == (0, 0, 0)


def test_a_row_becomes_a_group_with_a_resource_and_all_that_hangs_on_it():
    merged(csv_of(ROWS[:1]))

    resource = Resource.objects.select_related("organization", "place").get()
    assert resource.organization.name == "Orchard Kitchen"
    assert resource.organization.website == "https://orchard.example.org"
    assert (resource.place.street, resource.place.zip_code) == ("12 Orchard St", "15210")
    assert [str(link.area) for link in resource.areas.select_related("area")] == ["Food"]
    assert list(resource.organization.contacts.values_list("way", "value", "is_public")) == [
        ("phone", "412-555-0142", False)
    ]
    assert sorted(resource.languages.values_list("language", flat=True)) == ["en", "es"]
    assert list(resource.answers.values_list("question", "value", "known_from")) == [
        ("access_undocumented", "yes", "sheet")
    ]
    assert [(h.weekday, f"{h.opens_at:%H:%M}", f"{h.closes_at:%H:%M}") for h in resource.hours.all()] == [
        (0, "11:00", "14:00")
    ]


def test_several_rows_of_one_group_make_several_resources_of_it():
    merged(csv_of(ROWS[2:]))

    group = Organization.objects.get()
    assert sorted(group.resources.values_list("name", flat=True)) == ["Mediation", "Youth circle"]
    assert Place.objects.count() == 1
    assert Contact.objects.count() == 1


def test_the_same_file_twice_changes_nothing():
    merged(csv_of(ROWS))
    before = list(Resource.objects.order_by("id").values_list("id", "version"))

    again = merged(csv_of(ROWS))

    assert counts(again) == {"same": 4}
    assert list(Resource.objects.order_by("id").values_list("id", "version")) == before


def test_an_old_file_does_not_turn_back_what_people_edited_since():
    merged(csv_of(ROWS[:1]))
    Resource.objects.update(hours_note="Mon 12-3, ring twice")

    again = merged(csv_of(ROWS[:1]))

    assert counts(again) == {"same": 1}
    assert Resource.objects.get().hours_note == "Mon 12-3, ring twice"


def test_a_changed_cell_is_shown_before_and_after_and_then_written():
    merged(csv_of(ROWS))

    again = staged(csv_of(changed(ROWS, 0, 5, "English, Spanish, Mam")))
    assert counts(again) == {"changed": 1, "same": 3}
    assert row_of(again, 0).changes == {"languages": [["en", "es"], ["en", "es", "mam"]]}
    merge_spreadsheet(again, by=BY)

    assert sorted(
        ResourceLanguage.objects.filter(resource__name="Orchard Kitchen").values_list("language", flat=True)
    ) == ["en", "es", "mam"]


def test_an_empty_cell_erases_nothing():
    merged(csv_of(ROWS[:1]))

    merged(csv_of(changed(changed(ROWS[:1], 0, 4, ""), 0, 3, "")))

    assert (OpeningHours.objects.count(), Contact.objects.count()) == (1, 1)


def test_a_new_place_is_written_over_the_old_one():
    merged(csv_of(ROWS[:1]))

    merged(csv_of(changed(ROWS[:1], 0, 10, "moved")))
    renamed = [["Orchard Kitchen", "", "Food", "412-555-0142", "", "", "", "12 Orchard St, floor 2", "15210", "", ""]]
    again = staged(csv_of(renamed))

    assert counts(again) == {"changed": 1}
    merge_spreadsheet(again, by=BY)
    assert list(Place.objects.values_list("street", flat=True)) == ["12 Orchard St, floor 2"]


def test_rows_always_add_up():
    rows = [
        *ROWS,
        ROWS[0],
        ["", "", "Food", "412-555-0100", *[""] * 7],
        [""] * 11,
        ["Night Gym", "", "", "555-01", *[""] * 7],
    ]

    done = staged(csv_of(rows))

    assert counts(done) == {"new": 4, "duplicate": 1, "wrong": 2, "skipped": 1}
    assert done.row_count == sum(done.counts.values()) == 8


def test_a_wrong_cell_is_named_and_corrected_on_the_spot():
    spreadsheet = staged(csv_of([["Night Gym", "", "", "555-01", *[""] * 7]]))
    row = row_of(spreadsheet, 0)
    assert row.problems["phone"]["code"] == "phone_digits_missing"

    correct_cell(row, by=BY, column=3, text="412-555-0134")
    merge_spreadsheet(spreadsheet, by=BY)

    assert Contact.objects.get().value == "412-555-0134"


def test_an_area_that_is_nearly_right_is_offered():
    Area.objects.create(name={"en": "Healing", "es": "Sanación"}, name_key="healing")

    spreadsheet = staged(csv_of([["Grief Table", "", "Heeling", *[""] * 8]]))

    assert row_of(spreadsheet, 0).problems["area"]["params"]["suggestion"] == "Healing"


def test_spanish_names_stand_for_the_same_area():
    Area.objects.create(name={"en": "Healing", "es": "Sanación"}, name_key="healing")

    merged(csv_of([["Grief Table", "", "sanacion", *[""] * 8]]))

    assert [str(link.area) for link in Resource.objects.get().areas.select_related("area")] == ["Healing"]


def test_a_duplicate_waits_until_somebody_decides():
    merged(csv_of(ROWS[:1]))
    twin = [["Orchard Kitchens", "", "", "412-555-0142", "", "Mam", "", "12 Orchard Street", "15210", "", ""]]

    done = merged(
        csv_of(twin, ["name", "programa", "x", "phone", "Hrs", "idiomas", "und", "address", "zip", "web", "X9"])
    )

    assert counts(done) == {"duplicate": 1}
    assert Organization.objects.count() == 1


def test_a_merge_takes_each_field_from_the_side_that_was_chosen():
    merged(csv_of(ROWS[:1]))
    twin = [["Orchard Kitchens", "", "", "412-555-0199", "", "Mam", "", "12 Orchard Street", "15210", "", ""]]
    spreadsheet = staged(
        csv_of(twin, ["name", "programa", "x", "phone", "Hrs", "idiomas", "und", "address", "zip", "web", "X9"])
    )

    merge_row(row_of(spreadsheet, 0), by=BY, picks={"name": "ours", "languages": "both"})
    merge_spreadsheet(spreadsheet, by=BY)

    assert Organization.objects.get().name == "Orchard Kitchen"
    assert sorted(Resource.objects.get().languages.values_list("language", flat=True)) == ["en", "es", "mam"]
    assert sorted(Contact.objects.values_list("value", flat=True)) == ["412-555-0142", "412-555-0199"]


def test_keep_both_makes_a_record_of_its_own_and_the_file_still_changes_nothing_twice():
    rows = [ROWS[0], ["Orchard Kitchens", *ROWS[0][1:]]]
    spreadsheet = staged(csv_of(rows))
    assert counts(spreadsheet) == {"new": 1, "duplicate": 1}

    decide_row(row_of(spreadsheet, 1), by=BY, decision="both")
    merge_spreadsheet(spreadsheet, by=BY)

    assert Organization.objects.count() == 2
    assert counts(staged(csv_of(rows))) == {"same": 2}


def test_a_row_left_out_stays_out_and_is_counted():
    spreadsheet = staged(csv_of(ROWS[:2]))

    decide_row(row_of(spreadsheet, 0), by=BY, decision="leave")
    merge_spreadsheet(spreadsheet, by=BY)
    spreadsheet.refresh_from_db()

    assert counts(spreadsheet) == {"new": 1, "skipped": 1}
    assert list(Organization.objects.values_list("name", flat=True)) == ["Fridge on Fifth"]


def test_what_somebody_changed_while_the_admin_looked_needs_a_second_look():
    merged(csv_of(ROWS[:1]))
    spreadsheet = staged(csv_of(changed(ROWS[:1], 0, 4, "Mon 9-5")))
    Resource.objects.update(hours_note="only when it rains")

    merge_spreadsheet(spreadsheet, by=BY)
    spreadsheet.refresh_from_db()

    assert counts(spreadsheet) == {"wrong": 1}
    assert Resource.objects.get().hours_note == "only when it rains"


def test_cells_with_the_same_problem_can_be_left_empty_at_once():
    rows = [[f"Group {n}", "", "", "555-01" if n % 2 else f"412-555-01{n}0", *[""] * 7] for n in range(8)]
    spreadsheet = staged(csv_of(rows))
    assert counts(spreadsheet) == {"new": 4, "wrong": 4}

    empty_cells(spreadsheet, by=BY, sheet=0, column=3, code="phone_digits_missing")
    spreadsheet.refresh_from_db()

    assert counts(spreadsheet) == {"new": 8}


def test_a_place_that_is_not_to_be_shown_is_sealed():
    headers = ["name", "address", "zip", "shown as"]
    merged(csv_of([["Safe House", "7 Quiet Ln", "15210", "zip"]], headers))

    place = Place.objects.get()
    assert (place.street, place.zip_code, place.precision) == ("", "15210", "zip")
    assert place.sealed is not None
    assert counts(merged(csv_of([["Safe House", "7 Quiet Ln", "15210", "zip"]], headers))) == {"same": 1}


def test_columns_without_a_place_stay_with_the_import():
    spreadsheet = merged(csv_of(ROWS[:1]))

    assert "kept" in StagedRow.objects.get(spreadsheet=spreadsheet).cells


def test_answers_say_that_they_come_from_a_spreadsheet():
    merged(csv_of(ROWS))

    assert dict(Answer.objects.values_list("resource__name", "value")) == {
        "Orchard Kitchen": "yes",
        "Fridge on Fifth": "yes",
        "Mediation": "unknown",
        "Youth circle": "partly",
    }


def kitchen_at(street: str) -> bytes:
    """The first row with an id of its own, so that it is known wherever it moves."""
    row = [street if cell == "12 Orchard St" else cell for cell in ROWS[0]]
    return csv_of([[*row, "o-1"]], [*HEADERS, "ID"])


def test_a_sealed_address_does_not_lie_in_staging_in_clear():
    merged(kitchen_at("12 Orchard St"))
    change_precision(Place.objects.get(), precision="hidden", by=BY)

    row = StagedRow.objects.get(spreadsheet=staged(kitchen_at("99 Elm Ave")))

    before, after = row.changes["address"]
    assert (list(before), after) == (["sealed"], "99 Elm Ave")
    assert "Orchard St" not in str(row.changes)


def test_a_new_address_is_sealed_as_the_old_one_was():
    merged(kitchen_at("12 Orchard St"))
    change_precision(Place.objects.get(), precision="hidden", by=BY)

    merged(kitchen_at("99 Elm Ave"))

    place = Place.objects.get()
    assert (place.street, whole_location(place).street) == ("", "99 Elm Ave")
