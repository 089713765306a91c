"""Pages on which a coalition arranges its map: areas, neighborhoods, populations, own questions."""

from typing import Any
from uuid import uuid4

import pytest

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Area, Neighborhood, Population, Question
from tests.factories.mapping import AreaFactory, NeedFactory, NeighborhoodFactory, PopulationFactory

PAGES = [
    "setup/",
    "areas/",
    "areas/add/",
    "neighborhoods/",
    "neighborhoods/add/",
    "populations/",
    "populations/add/",
    "questions/",
    "questions/add/",
]


@pytest.mark.parametrize("path", PAGES)
def test_a_coordinator_opens_every_page_of_arranging(client: Any, north: Any, ana: Any, path: str) -> None:
    with coalition_scope(north.pk):
        AreaFactory(), NeighborhoodFactory(), PopulationFactory()
    client.force_login(ana.user)

    response = client.get(f"/c/north/map/{path}")

    assert response.status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_cleo_finds_no_page_of_north(client: Any, north: Any, cleo: Any, path: str) -> None:
    client.force_login(cleo.user)

    assert client.get(f"/c/north/map/{path}").status_code == 404


@pytest.mark.parametrize("path", PAGES)
def test_a_researcher_may_not_open_the_map(client: Any, north: Any, researcher: Any, path: str) -> None:
    client.force_login(researcher.user)

    assert client.get(f"/c/north/map/{path}").status_code == 403


def test_an_organizer_sees_areas_but_may_not_arrange_them(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(ben.user)

    assert client.get("/c/north/map/areas/").status_code == 200
    assert client.get(f"/c/north/map/areas/{area.pk}/").status_code == 403
    assert client.post(f"/c/north/map/areas/{area.pk}/retire/").status_code == 403


def test_starters_put_areas_on_the_sheet_in_both_languages(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)

    client.post("/c/north/map/areas/starters/", {"keys": ["housing", "food"]})

    with coalition_scope(north.pk):
        assert list(Area.objects.in_use().values_list("name", flat=True)) == [
            {"en": "Food systems", "es": "Sistemas de alimentos"},
            {"en": "Housing", "es": "Vivienda"},
        ]


def test_starters_that_are_here_already_are_not_added_again(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)

    for _ in range(2):
        client.post("/c/north/map/areas/starters/", {"keys": ["food"]})

    with coalition_scope(north.pk):
        assert Area.objects.count() == 1


def test_an_area_in_one_language_is_enough(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)

    client.post("/c/north/map/areas/add/", {"name_en": "", "name_es": "Cocinas", "tone": "clay"})

    with coalition_scope(north.pk):
        assert Area.objects.get().name == {"es": "Cocinas"}


def test_an_area_without_any_name_is_refused_and_nothing_typed_is_lost(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)

    response = client.post("/c/north/map/areas/add/", {"name_en": " ", "name_es": "", "tone": "plum"})

    assert response.status_code == 422
    assert 'value="plum" checked' in response.content.decode() or 'value="plum"' in response.content.decode()


def test_two_areas_of_one_name_are_refused(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        AreaFactory(name={"en": "Food"})
    client.force_login(ana.user)

    response = client.post("/c/north/map/areas/add/", {"name_en": "FOOD", "tone": "clay"})

    assert response.status_code == 422


def test_moving_an_area_numbers_all_again(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        first, second, third = (AreaFactory(position=place) for place in range(3))
    client.force_login(ana.user)

    client.post(f"/c/north/map/areas/{third.pk}/move/", {"to": "0"})

    with coalition_scope(north.pk):
        assert list(Area.objects.in_use()) == [third, first, second]


def test_a_retired_area_leaves_the_sheet_and_comes_back(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(ana.user)

    client.post(f"/c/north/map/areas/{area.pk}/retire/")
    with coalition_scope(north.pk):
        assert list(Area.objects.in_use()) == []
    client.post(f"/c/north/map/areas/{area.pk}/bring-back/")

    with coalition_scope(north.pk):
        assert list(Area.objects.in_use()) == [area]


def test_whoever_comes_second_is_told_of_the_first(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory(name={"en": "Food"})
        Area.objects.filter(pk=area.pk).update(name={"en": "Food for all"})
    client.force_login(ana.user)

    response = client.post(f"/c/north/map/areas/{area.pk}/", {"name_en": "Kitchens", "tone": "clay", "version": "1"})

    assert response.status_code == 422
    assert "Food for all" in response.content.decode()


def test_a_neighborhood_gets_its_middle_from_its_zip_codes(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)

    client.post("/c/north/map/neighborhoods/add/", {"name": "Tanner Flats", "zip_codes": "60608"})

    with coalition_scope(north.pk):
        place = Neighborhood.objects.get()
    assert (round(place.latitude), round(place.longitude)) == (42, -88)


def test_a_neighborhood_cannot_lie_within_itself_by_a_detour(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        outer = NeighborhoodFactory()
        inner = NeighborhoodFactory(parent=outer)
    client.force_login(ana.user)

    response = client.post(f"/c/north/map/neighborhoods/{outer.pk}/", {"name": "Outer", "parent": str(inner.pk)})

    assert response.status_code == 422


def test_a_neighborhood_with_a_need_stays(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        place = NeighborhoodFactory()
        NeedFactory(neighborhood=place)
    client.force_login(ana.user)

    client.post(f"/c/north/map/neighborhoods/{place.pk}/remove/")

    with coalition_scope(north.pk):
        assert Neighborhood.objects.filter(pk=place.pk).exists()


def test_a_removed_population_can_be_brought_back(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        people = PopulationFactory()
    client.force_login(ana.user)

    client.post(f"/c/north/map/populations/{people.pk}/remove/")
    client.post(f"/c/north/map/removed/population/{people.pk}/restore/")

    with coalition_scope(north.pk):
        assert Population.objects.get() == people


def test_a_question_with_choices_keeps_their_keys_when_reworded(client: Any, north: Any, ana: Any) -> None:
    client.force_login(ana.user)
    asked = {
        "subject": "resource",
        "kind": "choice",
        "text_en": "Which bus?",
        "options_en": "Nine\nTen",
        "options_es": "Nueve\nDiez",
    }
    client.post("/c/north/map/questions/add/", asked)
    with coalition_scope(north.pk):
        question = Question.objects.get()

    changed = {"text_en": "Which bus line?", "options_en": "Bus 9\nTen", "options_es": "Nueve\nDiez", "version": "1"}
    client.post(f"/c/north/map/questions/{question.pk}/", changed)

    with coalition_scope(north.pk):
        question.refresh_from_db()
    assert [option["key"] for option in question.options] == ["nine", "ten"]
    assert question.options[0]["en"] == "Bus 9"


def test_cleo_cannot_change_an_area_of_north_through_south(client: Any, north: Any, south: Any, cleo: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(cleo.user)

    assert client.post(f"/c/south/map/areas/{area.pk}/retire/").status_code == 404
    assert client.get(f"/c/south/map/areas/{uuid4()}/").status_code == 404
