"""Lists of groups, resources and needs: filters, pages, saved views, files."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Answer, CarceralContact, Contact, Place, PromisedPerson, Question, SavedView
from tests.factories.mapping import (
    AreaFactory,
    MatchFactory,
    NeedFactory,
    NeighborhoodFactory,
    OrganizationFactory,
    ResourceFactory,
)

LISTS = {"resource": "resources", "organization": "groups", "need": "needs"}
FACTORIES = {"resource": ResourceFactory, "organization": OrganizationFactory, "need": NeedFactory}
NAMES = {"resource": "name", "organization": "name", "need": "summary"}


def names(response: Any) -> list[str]:
    return [row.name for row in response.context["rows"]]


@pytest.mark.parametrize("noun", LISTS)
def test_an_organizer_sees_the_list(client: Any, north: Any, ben: Any, noun: str) -> None:
    with coalition_scope(north.pk):
        FACTORIES[noun](**{NAMES[noun]: "Night Gym"})
    client.force_login(ben.user)

    assert names(client.get(f"/c/north/map/{LISTS[noun]}/")) == ["Night Gym"]


@pytest.mark.parametrize("noun", LISTS)
def test_cleo_sees_nothing_of_north(client: Any, north: Any, south: Any, cleo: Any, noun: str) -> None:
    with coalition_scope(north.pk):
        FACTORIES[noun](**{NAMES[noun]: "Night Gym"})
        AreaFactory(name={"en": "Secret area"})
    client.force_login(cleo.user)

    assert client.get(f"/c/north/map/{LISTS[noun]}/").status_code == 404
    own = client.get(f"/c/south/map/{LISTS[noun]}/")
    assert names(own) == []
    assert "Secret area" not in own.content.decode()


@pytest.mark.parametrize("noun", LISTS)
@pytest.mark.parametrize("path", ["", "table/"])
def test_a_researcher_gets_403(client: Any, researcher: Any, noun: str, path: str) -> None:
    client.force_login(researcher.user)

    assert client.get(f"/c/north/map/{LISTS[noun]}/{path}").status_code == 403


@pytest.mark.parametrize("noun", LISTS)
def test_an_empty_list_says_what_to_do_next(client: Any, ben: Any, noun: str) -> None:
    client.force_login(ben.user)

    assert 'class="empty"' in client.get(f"/c/north/map/{LISTS[noun]}/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("noun", "expected"), [("resource", 2), ("organization", 2), ("need", 6)])
def test_a_list_takes_the_same_number_of_queries(
    client: Any, north: Any, ben: Any, noun: str, expected: int, count: int
) -> None:
    with coalition_scope(north.pk):
        for _ in range(count):
            row = FACTORIES[noun]()
            if noun == "need":
                MatchFactory(need=row)
    client.force_login(ben.user)

    with CaptureQueriesContext(connection) as asked:
        client.get(f"/c/north/map/{LISTS[noun]}/")

    selects = [query["sql"] for query in asked if query["sql"].lstrip("(").startswith("SELECT")]
    assert len([sql for sql in selects if "mapping_" in sql]) == expected
    assert len(selects) <= 12


def test_a_group_says_what_it_offers_and_the_worst_it_brings_in(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        group = OrganizationFactory(name="Mill Hill", description="")
        bed = ResourceFactory(organization=group, name="A bed")
        meal = ResourceFactory(organization=group, name="A meal")
        for resource, value in ((bed, "routine"), (meal, "never")):
            Answer.objects.create(resource=resource, question=CarceralContact.POLICE, value=value)
    client.force_login(ben.user)

    (row,) = client.get("/c/north/map/groups/").context["rows"]

    assert (row.what, row.marks) == ("A bed · A meal", ["police-likely"])


def test_resources_are_narrowed_by_each_filter(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        food, place = AreaFactory(), NeighborhoodFactory()
        inner = NeighborhoodFactory(parent=place)
        ResourceFactory(
            name="Kitchen", areas=[food], languages=["es"], interrupts=True, reaches_everywhere=False, reach=[place]
        )
        ResourceFactory(name="Gym", status="paused", verified_on=None, reaches_everywhere=False)
    client.force_login(ben.user)

    for query in (
        f"area={food.pk}",
        "language=es",
        "moment=interrupts",
        "status=open",
        "checked=fresh",
        f"neighborhood={inner.pk}",
    ):
        assert names(client.get(f"/c/north/map/resources/?{query}")) == ["Kitchen"], query
    assert names(client.get("/c/north/map/resources/?checked=never")) == ["Gym"]
    assert names(client.get("/c/north/map/resources/?status=open&status=paused&sort=name")) == ["Gym", "Kitchen"]


def test_police_is_judged_by_the_worse_of_stated_and_lived(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        for name, stated, lived in [
            ("A", "never", "policy"),
            ("B", "never", ""),
            ("C", "", ""),
            ("D", "if_asked", "never"),
        ]:
            resource = ResourceFactory(name=name)
            for standing, value in (("stated", stated), ("lived", lived)):
                if value:
                    Answer.objects.create(resource=resource, question="brings_police", standing=standing, value=value)
    client.force_login(ben.user)

    found = {
        mark: names(client.get(f"/c/north/map/resources/?police=police-{mark}"))
        for mark in ("likely", "sometimes", "never", "unknown")
    }

    assert found == {"likely": ["A"], "sometimes": ["D"], "never": ["B"], "unknown": ["C"]}


def test_own_questions_and_access_filter_too(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        Question.objects.create(
            key="own-bus",
            kind="choices",
            text={"en": "Bus?"},
            options=[{"key": "9", "en": "Nine"}, {"key": "10", "en": "Ten"}],
        )
        kitchen = ResourceFactory(name="Kitchen")
        ResourceFactory(name="Gym")
        Answer.objects.create(resource=kitchen, question="own-bus", value="9|10")
        Answer.objects.create(resource=kitchen, question="access_trans", value="yes")
    client.force_login(ben.user)

    assert names(client.get("/c/north/map/resources/?own-bus=10")) == ["Kitchen"]
    assert names(client.get("/c/north/map/resources/?access_trans=yes")) == ["Kitchen"]
    assert names(client.get("/c/north/map/resources/?access_trans=unknown")) == ["Gym"]


def test_needs_are_narrowed_by_how_far_they_are_answered(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        MatchFactory(need=NeedFactory(summary="met"))
        MatchFactory(need=NeedFactory(summary="half"), coverage="partly")
        NeedFactory(summary="open")
    client.force_login(ben.user)

    found = {
        state: names(client.get(f"/c/north/map/needs/?state={state}")) for state in ("answered", "partly", "unanswered")
    }

    assert found == {"answered": ["met"], "partly": ["half"], "unanswered": ["open"]}


def test_what_a_list_does_not_know_is_left_out(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        ResourceFactory(name="Kitchen")
    client.force_login(ben.user)

    response = client.get("/c/north/map/resources/?area=nonsense&sort=nonsense&after=nonsense&q=kit%00chen")

    assert names(response) == ["Kitchen"]


def test_pages_neither_skip_nor_repeat_rows_when_others_come_between(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        for number in range(30):
            ResourceFactory(name=f"R {number:02}", verified_on=None)
    client.force_login(ben.user)
    for sort in ("name", "unchecked", "new"):
        first = client.get(f"/c/north/map/resources/?sort={sort}")
        with coalition_scope(north.pk):
            ResourceFactory(name="R 00 again")

        second = client.get(f"/c/north/map/resources/{first.context['more_url']}")

        both = [row.id for row in (*first.context["rows"], *second.context["rows"])]
        assert len(both) == len(set(both))
        assert {f"R {number:02}" for number in range(30)} <= {*names(first), *names(second)}


def test_more_rows_come_by_htmx_without_the_page(client: Any, north: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        for number in range(27):
            ResourceFactory(name=f"R {number:02}")
    client.force_login(ben.user)
    first = client.get("/c/north/map/resources/")

    more = client.get(
        f"/c/north/map/resources/{first.context['more_url']}", headers={"HX-Request": "true"}
    ).content.decode()

    assert more.count("<li id=") == 2
    assert "<html" not in more


def test_a_saved_view_is_shared_only_when_asked(client: Any, north: Any, ana: Any, ben: Any) -> None:
    client.force_login(ana.user)
    client.post("/c/north/map/lists/resource/views/", {"name": "Open now", "query": "status=open", "is_shared": "on"})
    client.post("/c/north/map/lists/resource/views/", {"name": "Mine", "query": "status=paused"})
    client.force_login(ben.user)

    page = client.get("/c/north/map/resources/").content.decode()

    assert "Open now" in page
    assert "Mine" not in page


def test_nobody_removes_the_view_of_somebody_else(client: Any, north: Any, ana: Any, ben: Any) -> None:
    with coalition_scope(north.pk):
        view = SavedView.objects.create(membership=ana.membership, page="need", name="x", query="", is_shared=True)
    client.force_login(ben.user)

    assert client.post(f"/c/north/map/lists/views/{view.pk}/remove/").status_code == 404


def exported(client: Any, path: str) -> list[dict[str, str]]:
    response = client.get(path)
    assert response.status_code == 200, response
    return list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))


@pytest.mark.parametrize("noun", LISTS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_organizer_a_stranger_and_a_researcher_export_nothing(
    client: Any, ben: Any, cleo: Any, researcher: Any, noun: str, kind: str
) -> None:
    for person, status in ((ben, 403), (cleo, 404), (researcher, 403)):
        client.force_login(person.user)
        assert client.get(f"/c/north/map/lists/{noun}/export/{kind}/").status_code == status


def test_an_export_has_the_rows_of_the_list_and_their_ids(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        kitchen = ResourceFactory(name="Kitchen", languages=["es", "en"])
        ResourceFactory(name="Gym", status="paused")
    client.force_login(ana.user)

    rows = exported(client, "/c/north/map/lists/resource/export/csv/?status=open")

    assert [(row["ID"], row["Resource"], row["Languages"]) for row in rows] == [
        (str(kitchen.pk), "Kitchen", "English; Spanish")
    ]


def test_an_exported_formula_does_not_run(client: Any, north: Any, ana: Any) -> None:
    with coalition_scope(north.pk):
        OrganizationFactory(name="=HYPERLINK(1)", description="-2+3")
    client.force_login(ana.user)

    (row,) = exported(client, "/c/north/map/lists/organization/export/csv/")
    book = load_workbook(io.BytesIO(client.get("/c/north/map/lists/organization/export/xlsx/").content))
    cells = next(iter(book.active.iter_rows(min_row=2)))

    assert (row["Group"], row["About the group"]) == ("'=HYPERLINK(1)", "'-2+3")
    assert (cells[1].value, cells[1].data_type) == ("'=HYPERLINK(1)", "s")


@pytest.mark.parametrize("noun", ["resource", "organization"])
def test_sealed_and_hidden_things_are_in_no_export(client: Any, north: Any, ana: Any, noun: str) -> None:
    with coalition_scope(north.pk):
        group = OrganizationFactory(name="Safe house")
        place = Place.objects.create(organization=group, precision="hidden", sealed=b"12 Sealed Street")
        resource = ResourceFactory(organization=group, name="A bed", place=place)
        PromisedPerson.objects.create(resource=resource, sealed=b"Secret Person")
        Contact.objects.create(organization=group, value="555 0100")
    client.force_login(ana.user)

    text = client.get(f"/c/north/map/lists/{noun}/export/csv/").content.decode()

    assert "555 0100" in text
    assert "Sealed Street" not in text
    assert "Secret Person" not in text
