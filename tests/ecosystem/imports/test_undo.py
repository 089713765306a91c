"""The way back: all of it, except what people edited since."""

import pytest

from ecosystem.imports.actions import destroy_staging, undo_spreadsheet
from ecosystem.imports.actions.undo import UndoError
from ecosystem.imports.models import FormerRow, StagedRow
from mapping.models import (
    Answer,
    Contact,
    Need,
    NeedMatch,
    OpeningHours,
    Organization,
    Place,
    Resource,
    ResourceLanguage,
)
from tests.ecosystem.imports.worlds import BY, ROWS, changed, counts, csv_of, merged

pytestmark = pytest.mark.usefixtures("north_scope")


def test_what_was_new_goes_with_all_that_hangs_on_it():
    spreadsheet = merged(csv_of(ROWS))

    refused = undo_spreadsheet(spreadsheet, by=BY)

    left = [
        model.objects.count()
        for model in (Organization, Resource, Place, Contact, OpeningHours, Answer, ResourceLanguage)
    ]
    assert (refused, left) == (0, [0] * 7)


def test_what_was_changed_says_again_what_it_said():
    merged(csv_of(ROWS[:1]))
    rows = changed(changed(changed(ROWS[:1], 0, 5, "Mam"), 0, 4, "Tue 9-5"), 0, 3, "412-555-0199")
    spreadsheet = merged(csv_of(rows))
    assert list(ResourceLanguage.objects.values_list("language", flat=True)) == ["mam"]

    refused = undo_spreadsheet(spreadsheet, by=BY)

    resource = Resource.objects.get()
    assert refused == 0
    assert sorted(resource.languages.values_list("language", flat=True)) == ["en", "es"]
    assert list(resource.hours.values_list("weekday", flat=True)) == [0]
    assert resource.hours_note == "Mon 11-2"
    assert list(Contact.objects.values_list("value", flat=True)) == ["412-555-0142"]


def test_what_somebody_edited_since_is_left_alone_and_named():
    spreadsheet = merged(csv_of(ROWS[:2]))
    Resource.objects.filter(name="Fridge on Fifth").update(offers="Also hot soup")

    refused = undo_spreadsheet(spreadsheet, by=BY)

    assert refused == 1
    assert list(Resource.objects.values_list("name", flat=True)) == ["Fridge on Fifth"]
    assert list(Organization.objects.values_list("name", flat=True)) == ["Fridge on Fifth"]
    assert list(StagedRow.objects.filter(is_refused=True).values_list("label", flat=True)) == ["Fridge on Fifth"]


def test_a_need_linked_since_counts_as_an_edit():
    spreadsheet = merged(csv_of(ROWS[:1]))
    resource = Resource.objects.get()
    need = Need.objects.create(area=resource.areas.get().area, summary="soup", summary_key="soup")
    NeedMatch.objects.create(need=need, resource=resource)

    assert undo_spreadsheet(spreadsheet, by=BY) == 1
    assert Resource.objects.count() == 1


def test_of_a_group_with_an_edited_resource_the_others_still_go():
    spreadsheet = merged(csv_of(ROWS[2:]))
    Resource.objects.filter(name="Mediation").update(offers="edited")

    undo_spreadsheet(spreadsheet, by=BY)

    assert list(Resource.objects.values_list("name", flat=True)) == ["Mediation"]
    assert Organization.objects.count() == 1


def test_after_an_undo_the_same_file_is_new_again():
    undo_spreadsheet(merged(csv_of(ROWS)), by=BY)

    assert counts(merged(csv_of(ROWS))) == {"new": 4}


def test_after_the_undo_of_a_change_the_same_file_changes_it_again():
    merged(csv_of(ROWS[:1]))
    rows = changed(ROWS[:1], 0, 5, "Mam")
    undo_spreadsheet(merged(csv_of(rows)), by=BY)

    assert counts(merged(csv_of(rows))) == {"changed": 1}


def test_an_import_is_undone_once():
    spreadsheet = merged(csv_of(ROWS))
    undo_spreadsheet(spreadsheet, by=BY)

    with pytest.raises(UndoError):
        undo_spreadsheet(spreadsheet, by=BY)


def test_destroyed_staging_leaves_counts_and_no_way_back():
    spreadsheet = merged(csv_of(ROWS))

    destroy_staging(spreadsheet, by=BY)
    spreadsheet.refresh_from_db()

    assert (StagedRow.objects.count(), FormerRow.objects.count(), spreadsheet.content) == (0, 0, None)
    assert spreadsheet.new_count == 4
    with pytest.raises(UndoError):
        undo_spreadsheet(spreadsheet, by=BY)
