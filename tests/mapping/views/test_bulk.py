"""Editing a page of rows as a table, conflicts by row, and the way back."""

import re
from typing import Any

import pytest

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Need, Organization, Resource
from tests.factories.mapping import AreaFactory, NeedFactory, OrganizationFactory, ResourceFactory

LISTS = {"resource": "resources", "organization": "groups", "need": "needs"}


def typed(page: str, **changes: str) -> dict[str, Any]:
    """What a browser would send of the table on this page, with some cells changed."""
    data: dict[str, Any] = {}
    for tag in re.findall(r"<input[^>]*>", page):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "name" in found and (found.get("type") not in {"checkbox", "radio"} or " checked" in tag):
            data.setdefault(found["name"], []).append(found.get("value", ""))
    for name, body in re.findall(r'<select name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)"[^>]* selected', body)
        data[name] = [chosen.group(1) if chosen else ""]
    return {name: value for name, value in data.items() if name.startswith(("rows-", "initial-rows-"))} | changes


@pytest.mark.parametrize("noun", LISTS)
def test_cleo_finds_no_table_of_north_and_an_organizer_may_not_edit_many(
    client: Any, ben: Any, cleo: Any, noun: str
) -> None:
    for person, status in ((cleo, 404), (ben, 403)):
        client.force_login(person.user)
        assert client.get(f"/c/north/map/{LISTS[noun]}/table/").status_code == status
        assert client.post(f"/c/north/map/lists/{noun}/undo/1/").status_code == status


def test_only_what_was_changed_is_saved(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        first, second = ResourceFactory(name="A"), ResourceFactory(name="B")
    client.force_login(ana.user)
    page = client.get("/c/north/map/resources/table/").content.decode()

    client.post("/c/north/map/resources/table/", typed(page, **{"rows-0-status": "paused"}))

    with coalition_scope(north.pk):
        assert dict(Resource.objects.values_list("pk", "version")) == {first.pk: 2, second.pk: 1}
        assert Resource.objects.get(pk=first.pk).status == "paused"


def test_a_row_that_somebody_changed_meanwhile_is_left_alone_and_shown(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        first, second = NeedFactory(summary="a"), NeedFactory(summary="b")
    client.force_login(ana.user)
    page = client.get("/c/north/map/needs/table/").content.decode()
    with coalition_scope(north.pk):
        Need.objects.filter(pk=first.pk).update(urgency=1)

    response = client.post("/c/north/map/needs/table/", typed(page, **{"rows-0-urgency": "3", "rows-1-urgency": "3"}))

    assert response.status_code == 409
    assert 'class="conflict"' in response.content.decode()
    with coalition_scope(north.pk):
        assert dict(Need.objects.values_list("pk", "urgency")) == {first.pk: 1, second.pk: 3}


def test_a_row_that_only_somebody_else_touched_is_no_conflict(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        first, _second = NeedFactory(summary="a"), NeedFactory(summary="b")
    client.force_login(ana.user)
    page = client.get("/c/north/map/needs/table/").content.decode()
    with coalition_scope(north.pk):
        Need.objects.filter(pk=first.pk).update(urgency=1)

    response = client.post("/c/north/map/needs/table/", typed(page, **{"rows-1-urgency": "3"}))

    assert response.status_code == 302


def test_undo_puts_former_values_and_areas_back(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        old, new = AreaFactory(), AreaFactory()
        resource = ResourceFactory(areas=[old])
    client.force_login(ana.user)
    page = client.get("/c/north/map/resources/table/").content.decode()
    client.post(
        "/c/north/map/resources/table/", typed(page, **{"rows-0-status": "closed", "rows-0-areas": [str(new.pk)]})
    )
    with coalition_scope(north.pk):
        assert list(resource.areas.values_list("area_id", flat=True)) == [new.pk]

    client.post(undo_url(client))

    with coalition_scope(north.pk):
        resource.refresh_from_db()
        assert resource.status == "open"
        assert list(resource.areas.values_list("area_id", flat=True)) == [old.pk]


def undo_url(client: Any) -> str:
    page = client.get("/c/north/map/resources/").content.decode()
    found = re.search(r'action="(/c/north/map/lists/\w+/undo/\d+/)"', page)
    assert found, "no way back was offered"
    return found.group(1)


def test_undo_leaves_alone_what_somebody_changed_since(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        group = OrganizationFactory()
    client.force_login(ana.user)
    page = client.get("/c/north/map/groups/table/").content.decode()
    client.post("/c/north/map/groups/table/", typed(page, **{"rows-0-kind": "place"}))
    way_back = undo_url(client)
    with coalition_scope(north.pk):
        Organization.objects.filter(pk=group.pk).update(kind="role")

    client.post(way_back)

    with coalition_scope(north.pk):
        assert Organization.objects.get().kind == "role"


def test_nobody_undoes_the_edit_of_somebody_else(client: Any, north: Any, ana: Any, ada: Any) -> None:
    with coalition_scope(north.pk):
        OrganizationFactory()
    client.force_login(ana.user)
    page = client.get("/c/north/map/groups/table/").content.decode()
    client.post("/c/north/map/groups/table/", typed(page, **{"rows-0-kind": "place"}))
    way_back = undo_url(client)
    client.force_login(ada.user)

    client.post(way_back)

    with coalition_scope(north.pk):
        assert Organization.objects.get().kind == "place"


def test_a_row_of_another_coalition_is_not_changed(client: Any, north: Any, south: Any, cleo: Any) -> None:
    with coalition_scope(north.pk):
        group = OrganizationFactory()
    with coalition_scope(south.pk):
        OrganizationFactory()
    client.force_login(cleo.user)
    page = client.get("/c/south/map/groups/table/").content.decode()

    client.post("/c/south/map/groups/table/", typed(page, **{"rows-0-id": str(group.pk), "rows-0-kind": "place"}))

    with coalition_scope(north.pk):
        assert Organization.objects.get().kind == "organization"
