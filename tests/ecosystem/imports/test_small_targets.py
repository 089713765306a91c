"""Feedback, ties and needs come in by spreadsheet too."""

import pytest

from ecosystem.imports.actions import undo_spreadsheet
from mapping.models import Area, Feedback, Need, Relation
from tests.ecosystem.imports.worlds import BY, ROWS, counts, csv_of, merged, row_of, staged

pytestmark = pytest.mark.usefixtures("north_scope")


@pytest.fixture
def groups(north_scope):
    return merged(csv_of(ROWS))


def test_feedback_is_hung_on_its_resource(groups):
    content = csv_of(
        [["Mediation", "turned away", "no interpreter", "3"], ["Mediatoin", "relied on", "", "1"]],
        ["resource", "what happened", "why", "how many"],
    )

    spreadsheet = merged(content, target="feedback")

    assert counts(spreadsheet) == {"new": 1, "wrong": 1}
    assert row_of(spreadsheet, 1).problems["resource"]["params"]["suggestion"] == "Mediation"
    assert list(Feedback.objects.values_list("resource__name", "kind", "why", "people_count")) == [
        ("Mediation", "could_not", "no interpreter", 3)
    ]
    assert counts(staged(content, target="feedback")) == {"same": 1, "wrong": 1}


def test_ties_between_groups_come_in_once(groups):
    content = csv_of(
        [["Orchard Kitchen", "works with", "Bench House", "4"], ["Bench House", "works with", "Bench House", ""]],
        ["from", "tie", "to", "closeness"],
    )

    spreadsheet = merged(content, target="ties")

    assert counts(spreadsheet) == {"new": 1, "wrong": 1}
    assert list(Relation.objects.values_list("source__name", "target__name", "kind", "closeness")) == [
        ("Orchard Kitchen", "Bench House", "works_with", 4)
    ]
    undo_spreadsheet(spreadsheet, by=BY)
    assert Relation.objects.count() == 0


def test_needs_come_in_for_areas_that_are_there(north_scope):
    Area.objects.create(name={"en": "Healing", "es": "Sanación"}, name_key="healing")
    content = csv_of([["A quiet room", "Sanación", "now", "40"]], ["need", "area", "how soon", "how many"])

    merged(content, target="needs")

    assert list(Need.objects.values_list("summary", "summary_key", "urgency", "people_count")) == [
        ("A quiet room", "a quiet room", 3, 40)
    ]
    assert counts(staged(content, target="needs")) == {"same": 1}
