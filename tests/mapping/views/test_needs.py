"""Pages of a need: state, change in parts, evidence, what it takes, what answers it, close, remove, undo."""

from typing import Any

import pytest

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Answer, Evidence, Need, NeedMatch, Take
from tests.factories.mapping import AreaFactory, MatchFactory, NeedFactory, ResourceFactory

SEEN = ["", "edit/", "edit/who/", "edit/urgency/", "edit/own/", "close/", "evidence/", "takes/", "answers/?q=van"]
CHANGED = ["edit/", "edit/who/", "edit/own/", "close/", "reopen/", "remove/", "evidence/", "takes/"]


@pytest.fixture
def van(north: Any) -> Any:
    with coalition_scope(north.pk):
        return NeedFactory(summary="a van", detail="for the elders")


@pytest.mark.parametrize("path", SEEN)
def test_an_organizer_opens_every_page_of_a_need(client: Any, north: Any, ben: Any, van: Any, path: str) -> None:
    client.force_login(ben.user)

    response = client.get(f"/c/north/map/needs/{van.pk}/{path}")

    assert response.status_code == 200
    assert "a van" in response.content.decode()


@pytest.mark.parametrize("slug", ["north", "south"])
@pytest.mark.parametrize("path", SEEN)
def test_cleo_cannot_see_that_north_has_needs(
    client: Any, south: Any, cleo: Any, van: Any, path: str, slug: str
) -> None:
    client.force_login(cleo.user)

    assert client.get(f"/c/{slug}/map/needs/{van.pk}/{path}").status_code == 404


@pytest.mark.parametrize("path", CHANGED)
def test_cleo_cannot_change_a_need_of_north(
    client: Any, north: Any, south: Any, cleo: Any, van: Any, path: str
) -> None:
    client.force_login(cleo.user)

    response = client.post(f"/c/south/map/needs/{van.pk}/{path}", {"reason": "met", "text": "x", "kind": "quote"})

    assert response.status_code == 404
    with coalition_scope(north.pk):
        assert Need.objects.open().get() == van


@pytest.mark.parametrize("path", SEEN)
def test_a_researcher_gets_403(client: Any, researcher: Any, van: Any, path: str) -> None:
    client.force_login(researcher.user)

    assert client.get(f"/c/north/map/needs/{van.pk}/{path}").status_code == 403


def test_a_need_page_says_that_nothing_is_decided_yet(client: Any, ben: Any, van: Any) -> None:
    client.force_login(ben.user)

    assert "Nothing decided yet" in client.get(f"/c/north/map/needs/{van.pk}/").content.decode()


def test_a_need_is_stated_with_a_line_an_area_and_an_urgency(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(ben.user)

    response = client.post(
        "/c/north/map/needs/add/", {"summary": "A bed tonight", "area": area.pk, "urgency": "3", "language": "en"}
    )

    with coalition_scope(north.pk):
        need = Need.objects.get()
    assert (need.summary, need.summary_key, need.urgency) == ("A bed tonight", "a bed tonight", 3)
    assert response.url == f"/c/north/map/needs/{need.pk}/edit/who/"


def test_a_need_without_words_is_sent_back_with_what_was_typed(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        area = AreaFactory()
    client.force_login(ben.user)

    response = client.post("/c/north/map/needs/add/", {"summary": "", "area": area.pk, "detail": "kept words"})

    assert response.status_code == 422
    assert "kept words" in response.content.decode()


def test_an_area_of_another_coalition_is_a_wrong_choice(client: Any, north: Any, south: Any, ben: Any) -> None:
    with coalition_scope(south.pk):
        area = AreaFactory()
    client.force_login(ben.user)

    response = client.post(
        "/c/north/map/needs/add/", {"summary": "x", "area": area.pk, "urgency": "3", "language": "en"}
    )

    assert response.status_code == 422


def test_whoever_comes_second_sees_both_versions_and_loses_nothing(client: Any, north: Any, ben: Any, van: Any) -> None:
    with coalition_scope(north.pk):
        Need.objects.filter(pk=van.pk).update(summary="a small van")
    client.force_login(ben.user)
    typed = {"summary": "a big van", "area": van.area_id, "language": "en", "version": "1"}

    response = client.post(f"/c/north/map/needs/{van.pk}/edit/", typed)

    page = response.content.decode()
    assert response.status_code == 422
    assert "a small van" in page
    assert "a big van" in page
    assert 'name="version" value="2"' in page


def test_saving_again_after_a_conflict_counts(client: Any, north: Any, ben: Any, van: Any) -> None:
    with coalition_scope(north.pk):
        Need.objects.filter(pk=van.pk).update(summary="a small van")
    client.force_login(ben.user)
    typed = {"summary": "a big van", "area": van.area_id, "language": "en", "version": "2"}

    client.post(f"/c/north/map/needs/{van.pk}/edit/", typed)

    with coalition_scope(north.pk):
        assert Need.objects.get().summary == "a big van"


def test_evidence_has_no_place_for_who_said_it() -> None:
    names = {field.name for field in Evidence._meta.get_fields()}

    assert not names & {"person", "name", "member", "membership", "user", "said_by"}


def test_a_count_needs_a_number(client: Any, north: Any, ben: Any, van: Any) -> None:
    client.force_login(ben.user)

    response = client.post(
        f"/c/north/map/needs/{van.pk}/evidence/", {"kind": "count", "text": "nights", "language": "en"}
    )

    assert response.status_code == 422


def test_evidence_and_takes_show_on_the_page(client: Any, north: Any, ben: Any, van: Any) -> None:
    client.force_login(ben.user)
    client.post(f"/c/north/map/needs/{van.pk}/evidence/", {"kind": "quote", "text": "Nobody comes.", "language": "en"})
    client.post(
        f"/c/north/map/needs/{van.pk}/takes/", {"kind": "money", "text": "a used van", "phase": "1", "amount": "12500"}
    )

    page = client.get(f"/c/north/map/needs/{van.pk}/").content.decode()

    assert "Nobody comes." in page
    assert "12,500" in page


def test_linking_a_resource_as_a_whole_answers_the_need(client: Any, north: Any, ben: Any, van: Any) -> None:
    with coalition_scope(north.pk):
        resource = ResourceFactory(name="Tía Rides")
    client.force_login(ben.user)

    found = client.get(f"/c/north/map/needs/{van.pk}/answers/?q=tia", headers={"HX-Request": "true"}).content.decode()
    client.post(f"/c/north/map/needs/{van.pk}/answers/{resource.pk}/", {"coverage": "whole"})

    assert "Tía Rides" in found
    assert "<html" not in found
    page = client.get(f"/c/north/map/needs/{van.pk}/").content.decode()
    assert "is-answered" in page


def test_a_need_is_closed_with_a_reason_and_opened_again(client: Any, north: Any, ben: Any, van: Any) -> None:
    client.force_login(ben.user)

    client.post(f"/c/north/map/needs/{van.pk}/close/", {"reason": "met"})
    with coalition_scope(north.pk):
        assert Need.objects.get().closed_reason == "met"
    client.post(f"/c/north/map/needs/{van.pk}/reopen/")

    with coalition_scope(north.pk):
        assert Need.objects.open().get() == van


def test_a_removed_need_comes_back_with_all_that_hung_on_it(client: Any, north: Any, ben: Any, van: Any) -> None:
    with coalition_scope(north.pk):
        MatchFactory(need=van)
        Evidence.objects.create(need=van, text="Nobody comes.")
        Take.objects.create(need=van, kind="money", text="a van")
        Answer.objects.create(need=van, question="own-how", value="yes")
    client.force_login(ben.user)

    client.post(f"/c/north/map/needs/{van.pk}/remove/")
    with coalition_scope(north.pk):
        assert not Need.objects.exists()
    client.post(f"/c/north/map/removed/need/{van.pk}/restore/")

    with coalition_scope(north.pk):
        assert Need.objects.get() == van
        assert [model.objects.count() for model in (NeedMatch, Evidence, Take, Answer)] == [1, 1, 1, 1]


def test_cleo_cannot_bring_back_a_need_of_north(
    client: Any, north: Any, south: Any, ben: Any, cleo: Any, van: Any
) -> None:
    client.force_login(ben.user)
    client.post(f"/c/north/map/needs/{van.pk}/remove/")
    client.force_login(cleo.user)

    client.post(f"/c/south/map/removed/need/{van.pk}/restore/")

    for coalition in (north, south):
        with coalition_scope(coalition.pk):
            assert not Need.objects.exists()
