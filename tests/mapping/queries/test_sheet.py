"""The sheet's cells, filters and counts."""

import datetime as dt

import pytest
from django.utils import timezone

from mapping.models import Answer
from mapping.queries.sheets.filters import Filter, filter_named
from mapping.queries.sheets.ours import sheet
from mapping.queries.sheets.paper import boxes, paper
from tests.factories.mapping import AreaFactory, MatchFactory, NeedFactory, OrganizationFactory, ResourceFactory

STATEMENTS = 8


def test_what_exists_stands_beside_what_is_needed(north_scope):
    area = AreaFactory()
    ResourceFactory(areas=[area], name="Orchard Kitchen")
    NeedFactory(area=area, summary="A ramp", urgency=3)
    MatchFactory(need=NeedFactory(area=area, summary="Boxes"), coverage="partly")
    MatchFactory(need=NeedFactory(area=area))

    (row,) = [row for row in sheet().rows if row.area == area]

    assert [chip.name for chip in row.chips] == ["Orchard Kitchen"]
    assert [(hole.summary, hole.pips) for hole in row.holes] == [("A ramp", "now")]
    assert [half.summary for half in row.halves] == ["Boxes"]
    assert (row.answered_count, row.hole_count, row.is_in_bloom) == (1, 1, False)


def test_a_row_in_which_nobody_stated_a_need_is_not_in_bloom(north_scope):
    AreaFactory()

    assert sheet().rows[0].is_in_bloom is False


def test_closed_things_and_closed_groups_are_not_there_today(north_scope):
    area = AreaFactory()
    ResourceFactory(areas=[area], status="closed")
    ResourceFactory(areas=[area], organization=OrganizationFactory(closed_on=timezone.localdate()))

    assert sheet().rows[0].chips == []


def test_a_crowded_cell_shows_the_first_and_says_how_many_more(north_scope):
    area = AreaFactory()
    for _ in range(5):
        ResourceFactory(areas=[area])
    linked = MatchFactory(need=NeedFactory(area=area), resource=ResourceFactory(areas=[area], name="Zebra")).resource

    (row,) = sheet(shown=2).rows

    assert (row.chips[0].id, len(row.chips), row.more_chips) == (linked.pk, 2, 4)


def test_what_has_no_area_waits_below(north_scope):
    AreaFactory()
    ResourceFactory(name="Loose")

    assert [chip.name for chip in sheet().unplaced.chips] == ["Loose"]


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (Filter.HOLES, {"Hole", "Urgent"}),
        (Filter.URGENT, {"Urgent"}),
        (Filter.POLICE, {"Calls"}),
        (Filter.LANGUAGE, {"Speaks"}),
        (Filter.STALE, {"Old"}),
    ],
)
def test_filters_show_exactly_what_they_count(north_scope, chosen, names):
    area, old = AreaFactory(), timezone.localdate() - dt.timedelta(days=500)
    NeedFactory(area=area, summary="Hole")
    NeedFactory(area=area, summary="Urgent", urgency=3)
    ResourceFactory(areas=[area], name="Old", verified_on=old)
    ResourceFactory(areas=[area], name="Speaks", languages=["es"])
    Answer.objects.create(
        resource=ResourceFactory(areas=[area], name="Calls"), question="brings_police", standing="lived", value="policy"
    )

    found = sheet(chosen)

    (row,) = found.rows
    assert {chip.name for chip in row.chips} | {hole.summary for hole in row.holes} == names
    assert found.counts[chosen] == len(names)


def test_an_unknown_filter_shows_everything():
    assert filter_named("<script>") is Filter.ALL


@pytest.mark.parametrize("count", [1, 9])
def test_the_sheet_asks_a_constant_number_of_statements(north_scope, django_assert_num_queries, count):
    for _ in range(count):
        area = AreaFactory()
        MatchFactory(need=NeedFactory(area=area, moment="interrupts"), resource=ResourceFactory(areas=[area]))
        NeedFactory(area=area)

    with django_assert_num_queries(STATEMENTS):
        assert len(sheet().rows) == count


def test_a_full_sheet_is_set_smaller_and_cut_until_it_fits_one_page(north_scope):
    for _ in range(14):
        area = AreaFactory()
        for _n in range(9):
            ResourceFactory(areas=[area], name="A rather long name of a group in the east")

    found = paper()

    assert found.density == 2
    assert all(row.more_chips for row in found.rows)


@pytest.mark.parametrize(("is_large", "pages", "size"), [(False, 2, 12), (True, 4, 4)])
def test_empty_worksheets_have_a_box_for_each_area_and_fill_the_page(north_scope, is_large, pages, size):
    AreaFactory.create_batch(13)

    found = boxes(is_large=is_large)

    assert [len(page) for page in found] == [size] * pages
    assert sum(bool(box.name) for page in found for box in page) == 13
