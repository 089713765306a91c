"""Our sheet in the browser: look, add, move, print."""

import pytest

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Need, Resource
from tests.factories.mapping import AreaFactory, MatchFactory, NeedFactory, OrganizationFactory, ResourceFactory


@pytest.fixture
def area(north):
    with coalition_scope(north.pk):
        return AreaFactory(name={"en": "Healing", "es": "Sanación"})


@pytest.fixture
def other_area(north):
    with coalition_scope(north.pk):
        return AreaFactory(name={"en": "Conflict", "es": "Conflictos"})


def test_an_empty_map_leads_to_its_areas(client, ana):
    client.force_login(ana.user)

    body = client.get("/c/north/map/").content.decode()

    assert "First, name the parts of the sheet" in body
    assert "/c/north/map/areas/" in body


def test_a_few_words_and_enter_put_something_on_the_sheet(client, ben, area):
    client.force_login(ben.user)

    client.post("/c/north/map/sheet/add/", {"side": "existing", "area": area.pk, "words": " Grief  Table "})

    with coalition_scope(area.coalition_id):
        resource = Resource.objects.get(areas__area=area)
        assert (resource.name, resource.organization.name) == ("Grief Table", "Grief Table")


def test_the_same_name_is_placed_and_not_added_twice(client, ben, area, other_area):
    client.force_login(ben.user)

    for place in (area, other_area, area):
        client.post("/c/north/map/sheet/add/", {"side": "existing", "area": place.pk, "words": "Grief Table"})

    with coalition_scope(area.coalition_id):
        assert Resource.objects.get().areas.count() == 2


def test_a_need_is_stated_in_a_row(client, ben, area):
    client.force_login(ben.user)

    client.post("/c/north/map/sheet/add/", {"side": "needed", "area": area.pk, "words": "A ramp"})

    with coalition_scope(area.coalition_id):
        assert Need.objects.get().area_id == area.pk


def test_by_htmx_the_row_comes_back_with_the_field_open_for_the_next(client, ben, area):
    client.force_login(ben.user)

    given = {"side": "existing", "area": area.pk, "words": "Grief Table"}
    response = client.post("/c/north/map/sheet/add/", given, headers={"HX-Request": "true"})

    body = response.content.decode().strip()
    assert body.startswith("<section")
    assert "Grief Table" in body
    assert f'id="add-existing-{area.pk}"' in body


def test_a_state_body_never_becomes_a_resource(client, ben, area):
    with coalition_scope(area.coalition_id):
        OrganizationFactory(name="City Police", kind="state_body")
    client.force_login(ben.user)

    response = client.post("/c/north/map/sheet/add/", {"side": "existing", "area": area.pk, "words": "City Police"})

    assert response.status_code == 422
    with coalition_scope(area.coalition_id):
        assert not Resource.objects.exists()


def test_a_chip_moves_to_another_area_and_leaves_the_old_one(client, ben, area, other_area):
    with coalition_scope(area.coalition_id):
        resource, need = ResourceFactory(areas=[area]), NeedFactory(area=area)
    client.force_login(ben.user)

    client.post(f"/c/north/map/sheet/move/resource/{resource.pk}/", {"to": other_area.pk, "from": area.pk})
    client.post(f"/c/north/map/sheet/move/need/{need.pk}/", {"to": other_area.pk})

    with coalition_scope(area.coalition_id):
        assert [link.area_id for link in resource.areas.all()] == [other_area.pk]
        assert Need.objects.get().area_id == other_area.pk


def test_cleo_can_neither_see_nor_move_what_stands_in_north(client, cleo, area):
    with coalition_scope(area.coalition_id):
        resource = ResourceFactory(areas=[area])
    client.force_login(cleo.user)

    assert client.get("/c/north/map/").status_code == 404
    assert client.get(f"/c/south/map/sheet/move/resource/{resource.pk}/").status_code == 404


@pytest.mark.parametrize("path", ["", "?show=police", "?arrange=1", "comparison/", "sheet/paper/"])
@pytest.mark.parametrize("count", [1, 6])
def test_pages_ask_at_most_twelve_statements(client, ben, area, django_assert_max_num_queries, path, count):
    with coalition_scope(area.coalition_id):
        for _ in range(count):
            MatchFactory(need=NeedFactory(area=area, moment="interrupts"), resource=ResourceFactory(areas=[area]))
            ResourceFactory(areas=[AreaFactory()])
    client.force_login(ben.user)

    with django_assert_max_num_queries(17):  # 12, and the savepoints of a test
        assert client.get(f"/c/north/map/{path}").status_code == 200


@pytest.mark.parametrize(("language", "title"), [("en", "The ecosystem sheet"), ("es", "La hoja del ecosistema")])
def test_the_sheet_prints_in_both_languages_whoever_reads(client, ana, area, language, title):
    client.force_login(ana.user)

    body = client.get(f"/c/north/map/sheet/paper/?lang={language}").content.decode()

    assert f"<h1>{title}</h1>" in body
    assert f'<html lang="{language}"' in body


@pytest.mark.parametrize("path", ["sheet/paper.pdf?lang=es", "sheet/blank/paper.pdf?lang=en&large=1&side=needed"])
def test_the_printed_pages_can_be_had_as_pdf(client, ana, area, path):
    client.force_login(ana.user)

    response = client.get(f"/c/north/map/{path}")

    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")


def test_a_blank_sheet_names_the_areas_and_nothing_that_is_on_the_map(client, ana, area):
    with coalition_scope(area.coalition_id):
        ResourceFactory(areas=[area], name="Grief Table")
    client.force_login(ana.user)

    body = client.get("/c/north/map/sheet/blank/paper/?lang=es").content.decode()

    assert "Sanación" in body
    assert "Grief Table" not in body
