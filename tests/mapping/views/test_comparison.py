"""The comparison: areas by an axis, counts that open, files of what is shown."""

import pytest

from ecosystem.tenancy.scope import coalition_scope
from mapping.coverage import Mark, State
from mapping.exports.sheets import lines
from mapping.models import Answer
from mapping.pictures import drawn
from mapping.queries.comparison import Asked, Axis, comparison
from mapping.views.comparison import FILE_COLUMNS
from tests.factories.mapping import AreaFactory, MatchFactory, NeedFactory, NeighborhoodFactory, PopulationFactory


def cells(asked):
    grid = comparison(asked)
    return {
        (str(area), name): dict(cell.states)
        for area, row in grid.rows
        for (_key, name), cell in zip(grid.columns, row, strict=True)
    }


@pytest.mark.parametrize(
    ("axis", "facts", "name"),
    [
        (Axis.PLACE, {}, "not stated"),
        (Axis.MOMENT, {"moment": "heals"}, "heals, aftercare"),
        (Axis.LANGUAGE, {"for_language": "es"}, "Spanish"),
    ],
)
def test_needs_stand_under_the_value_that_they_are_stated_for(north_scope, axis, facts, name):
    need = NeedFactory(**facts)

    assert cells(Asked(axis=axis)) == {(str(need.area), name): {State.UNANSWERED: 1}}


def test_a_cell_in_which_nobody_stated_a_need_is_blank(north_scope):
    area, east = AreaFactory(), NeighborhoodFactory(name="East")
    NeedFactory(area=area, neighborhood=east)
    blank = NeedFactory(neighborhood=NeighborhoodFactory(name="West")).area

    assert cells(Asked())[str(blank), "East"] == {}


def test_the_other_axes_filter_and_a_place_takes_in_its_parts(north_scope):
    city = NeighborhoodFactory(name="City")
    elders = PopulationFactory(name={"en": "Elders"}, name_key="elders")
    inside = NeedFactory(neighborhood=NeighborhoodFactory(parent=city), population=elders)
    NeedFactory(neighborhood=NeighborhoodFactory(), population=elders)
    NeedFactory(neighborhood=city)

    grid = comparison(Asked(axis=Axis.MOMENT, chosen={Axis.PLACE: str(city.pk), Axis.POPULATION: str(elders.pk)}))

    assert [need.id for need in grid.needs] == [inside.pk]


def test_counting_only_care_with_a_certain_access_leaves_other_care_out(north_scope):
    ramp, stairs = MatchFactory(), MatchFactory()
    Answer.objects.create(resource=ramp.resource, question="access_physical", value="yes")
    Answer.objects.create(resource=stairs.resource, question="access_physical", value="no")

    found = {need.id: need.found.state for need in comparison(Asked(access="access_physical", says="yes")).needs}

    assert found == {ramp.need_id: State.ANSWERED, stairs.need_id: State.UNANSWERED}


def test_needs_are_listed_worst_first(north_scope):
    fine, stale = MatchFactory(), MatchFactory(resource__verified_on=None)
    hole = NeedFactory()

    found = [(need.id, need.found.marks[:1]) for need in comparison(Asked()).needs]

    assert found == [(hole.pk, (Mark.UNANSWERED,)), (stale.need_id, (Mark.PARTLY,)), (fine.need_id, ())]


def test_what_an_address_makes_up_is_as_if_it_were_not_there():
    asked = Asked.of({"by": "shoe size", "state": "x", "mark": "y", "access": "z", "says": "maybe"})

    assert asked == Asked()


def test_a_count_opens_to_the_needs_behind_it_and_each_leads_to_its_page(client, ben, north):
    with coalition_scope(north.pk):
        need, other = NeedFactory(summary="A ramp"), NeedFactory(summary="A van")
    client.force_login(ben.user)

    table = client.get("/c/north/map/comparison/").content.decode()
    body = client.get(f"/c/north/map/comparison/needs/?area={need.area_id}&state=unanswered").content.decode()

    assert f"?by=place&amp;area={need.area_id}&amp;place=none&amp;state=unanswered" in table
    assert f"/c/north/map/needs/{need.pk}/" in body
    assert other.summary not in body


@pytest.mark.parametrize(("kind", "start"), [("csv", b"\xef\xbb\xbfArea,Need"), ("xlsx", b"PK"), ("svg", b"<svg")])
def test_the_comparison_can_be_had_as_a_file_after_a_fresh_sign_in(client, ana, north, kind, start):
    with coalition_scope(north.pk):
        NeedFactory(summary="=1+1")
    client.force_login(ana.user)

    response = client.get(f"/c/north/map/comparison/file.{kind}")

    if response.status_code == 302:
        assert "reauthenticate" in response["Location"]
        session = client.session
        session["account_authentication_methods"] = [{"method": "password", "at": 9_999_999_999.0}]
        session.save()
        response = client.get(f"/c/north/map/comparison/file.{kind}")
    assert response.content.strip().startswith(start)
    assert b",=1+1" not in response.content


def test_an_organizer_gets_no_file(client, ben):
    client.force_login(ben.user)

    assert client.get("/c/north/map/comparison/file.csv").status_code == 403


def test_the_picture_draws_each_need_in_its_cell(client, ben, north):
    with coalition_scope(north.pk):
        NeedFactory.create_batch(3, area=AreaFactory())
    client.force_login(ben.user)

    body = client.get("/c/north/map/comparison/?as=picture").content.decode()

    assert body.count('<circle class="is-open"') == 3


def test_each_column_of_the_picture_has_its_name_above_it(north_scope):
    NeedFactory(neighborhood=NeighborhoodFactory(name="East"))
    NeedFactory(neighborhood=NeighborhoodFactory(name="West"))

    picture = drawn(comparison(Asked()))

    assert [(line.words, line.x) for line in picture.heads] == [
        (name, bar + 8) for name, bar in zip(["East", "West"], picture.bars, strict=True)
    ]


def test_every_cell_of_a_file_is_a_plain_string(north_scope):
    NeedFactory()

    (line,) = lines(FILE_COLUMNS, comparison(Asked()).needs)

    assert {type(cell) for cell in line} == {str}
