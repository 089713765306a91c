"""The page of search, and its list under the box."""

from ecosystem.tenancy.scope import coalition_scope
from tests.factories.mapping import NeedFactory, OrganizationFactory


def test_the_page_lists_what_was_found_by_kind(client, ben, north):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Van pool")
        NeedFactory(summary="A van for groceries")
    client.force_login(ben.user)

    page = client.get("/c/north/search/", {"q": "van"}).content.decode()

    assert "Van pool" in page
    assert "A van for groceries" in page
    assert "<h2>Groups</h2>" in page


def test_the_list_under_the_box_is_a_part_of_the_page(client, ben, north):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Van pool")
    client.force_login(ben.user)

    part = client.get("/c/north/search/", {"q": "va"}, headers={"HX-Request": "true"}).content.decode()

    assert "Van pool" in part
    assert "<html" not in part


def test_what_was_typed_is_shown_escaped(client, ben, north):
    client.force_login(ben.user)

    page = client.get("/c/north/search/", {"q": "<b>van\0</b>"}).content.decode()

    assert "<b>van" not in page


def test_cleo_finds_only_her_own(client, cleo, north, south):
    with coalition_scope(north.pk):
        OrganizationFactory(name="Van pool")
    client.force_login(cleo.user)

    assert client.get("/c/north/search/", {"q": "van"}).status_code == 404
    assert "Van pool" not in client.get("/c/south/search/", {"q": "van"}).content.decode()
