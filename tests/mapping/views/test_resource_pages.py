"""Pages of a resource: what Ana, Ben and Cleo see, and that nobody learns more."""

import pytest
from django.urls import reverse

from ecosystem.accounts.models import Membership, User
from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.answers import ResourceAnswer, answer_resource
from mapping.actions.feedback import add_feedback
from mapping.actions.places import add_place
from mapping.actions.promises import add_promised_person, set_promises
from mapping.geo.location import Location
from mapping.models import AccessPart, Answer, CarceralContact, Contact, Feedback, OpeningHours, Resource
from tests.factories.mapping import AreaFactory, MatchFactory, ResourceFactory


@pytest.fixture
def line(north, ana):
    with coalition_scope(north.pk):
        return ResourceFactory(
            name="Night line", offers="Somebody who listens", areas=[AreaFactory(name={"en": "Crisis"})]
        )


def at(name, *args):
    return reverse(f"mapping:{name}", args=["north", *args])


def fill_richly(resource, ana, many):
    """Rows of every kind, `many` of each."""
    place = add_place(
        resource.organization,
        by=ana.membership,
        location=Location(street="14 Elm Street", zip_code="19134"),
        precision="zip",
    )
    Resource.objects.filter(pk=resource.pk).update(place=place)
    for number in range(many):
        OpeningHours.objects.create(resource=resource, weekday=number, opens_at="18:00", closes_at="02:00")
        Contact.objects.create(organization=resource.organization, value=f"555 010{number}")
        MatchFactory(resource=resource)
        add_feedback(resource, by=ana.membership, kind="relied_on")
        add_promised_person(resource, by=ana.membership, words=f"Somebody {number}")
    parts = [*AccessPart.values, *CarceralContact.values][: 4 * many]
    answer_resource(
        resource, by=ana.membership, answers=[ResourceAnswer(part, "unknown", note="Asked") for part in parts]
    )
    set_promises(resource, by=ana.membership, rows=[{"part": f"Shift {number}"} for number in range(many)])


@pytest.mark.parametrize("many", [1, 3])
def test_the_page_takes_the_same_statements_however_much_hangs_on_it(
    client, north, ana, line, django_assert_max_num_queries, many
):
    with coalition_scope(north.pk):
        fill_richly(line, ana, many)
    client.force_login(ana.user)

    with django_assert_max_num_queries(16):  # 12, and two savepoints with their releases
        response = client.get(at("resource_detail", line.pk))

    assert response.status_code == 200


def test_the_page_shows_stated_beside_lived_and_marks_the_worse(client, north, ana, line):
    with coalition_scope(north.pk):
        said = [
            ResourceAnswer(CarceralContact.POLICE, "never", "stated", note="In the handbook", known_from="policy"),
            ResourceAnswer(CarceralContact.POLICE, "routine", "lived", note="Twice last winter"),
        ]
        answer_resource(line, by=ana.membership, answers=said)
    client.force_login(ana.user)

    response = client.get(at("resource_detail", line.pk))

    assert response.context["page"].police == "police-likely"
    row = response.context["page"].brings_in[0]
    assert (row.stated.word, row.lived.word) == ("Never", "Routinely")
    assert "Twice last winter" in response.content.decode()


@pytest.mark.parametrize(
    "name", ["resource_detail", "resource_edit", "resource_check", "feedback_list", "resource_people"]
)
def test_cleo_cannot_open_a_page_of_norths_resource(client, cleo, line, name):
    client.force_login(cleo.user)

    north, own = client.get(at(name, line.pk)), client.get(reverse(f"mapping:{name}", args=["south", line.pk]))

    assert (north.status_code, own.status_code) == (404, 404)


@pytest.fixture
def rosa(north):
    """A researcher of north."""
    user = User.objects.create(username="rosa", password="!", is_demo=True)
    with coalition_scope(north.pk):
        from ecosystem.accounts.models import DirectoryEntry

        Membership.objects.create(user=user, role="researcher", called="Rosa")
        DirectoryEntry.objects.create(user=user, slug="north", name="North", role="researcher")
    return user


@pytest.mark.parametrize("name", ["resource_detail", "resource_edit", "feedback_list", "resource_people"])
def test_a_researcher_has_no_business_with_resources(client, rosa, line, name):
    client.force_login(rosa)

    assert client.get(at(name, line.pk)).status_code == 403


def test_ben_cannot_see_who_promised(client, north, ana, ben, line):
    with coalition_scope(north.pk):
        add_promised_person(line, by=ana.membership, words="Marisol, Tuesdays")
    client.force_login(ben.user)

    pages = [client.get(at("resource_people", line.pk)), client.get(at("resource_detail", line.pk))]

    assert pages[0].status_code == 403
    assert "Marisol" not in pages[1].content.decode()
    assert "promised too" not in pages[1].content.decode()


def test_ana_can_see_who_promised(client, north, ana, line):
    with coalition_scope(north.pk):
        add_promised_person(line, by=ana.membership, words="Marisol, Tuesdays")
    client.force_login(ana.user)

    response = client.get(at("resource_people", line.pk))

    assert "Marisol, Tuesdays" in response.content.decode()


def test_ben_sees_the_zip_but_not_the_house(client, north, ana, ben, line):
    with coalition_scope(north.pk):
        fill_richly(line, ana, 1)
    client.force_login(ben.user)

    page = client.get(at("resource_detail", line.pk)).content.decode()

    assert "19134" in page
    assert "Elm" not in page


@pytest.mark.parametrize("part", ["offers", "when", "welcome", "brings-in", "runs", "money"])
def test_every_part_opens_on_screen_and_on_paper(client, ben, line, part):
    client.force_login(ben.user)

    screen, paper = client.get(at("resource_edit", line.pk, part)), client.get(at("resource_paper", line.pk, part))

    assert (screen.status_code, paper.status_code) == (200, 200)


def test_a_part_that_is_saved_leads_to_the_next(client, ben, line):
    client.force_login(ben.user)
    typed = {"run_by": "Eleven neighbors", "next": "1"}

    response = client.post(at("resource_edit", line.pk, "runs"), typed)

    assert response.headers["Location"] == at("resource_edit", line.pk, "money")


def test_answers_are_kept_with_their_note_and_source(client, north, ben, line):
    client.force_login(ben.user)
    typed = {
        "access_drugs_stated": "yes",
        "access_drugs_stated_note": "Also while using",
        "access_drugs_stated_known_from": "staff",
        "access_drugs_stated_answered_on": "2026-05-03",
        "later": "1",
    }

    response = client.post(at("resource_edit", line.pk, "welcome"), typed)

    assert response.status_code == 302
    with coalition_scope(north.pk):
        answer = Answer.objects.get(resource=line)
    assert (answer.question, answer.value, answer.note, answer.known_from) == (
        "access_drugs",
        "yes",
        "Also while using",
        "staff",
    )


def test_being_turned_away_counts_as_one_neighbor(client, north, ben, line):
    client.force_login(ben.user)

    client.post(at("resource_edit", line.pk, "welcome"), {"turned_away": "They asked for papers", "later": "1"})

    with coalition_scope(north.pk):
        said = Feedback.objects.get(resource=line)
    assert (said.kind, said.why, said.people_count) == ("could_not", "They asked for papers", 1)


def hours_typed(**more):
    return {
        "hours-TOTAL_FORMS": "2", "hours-INITIAL_FORMS": "0", "hours-MIN_NUM_FORMS": "0", "hours-MAX_NUM_FORMS": "60",
        "new_place-precision": "exact", **more,
    }  # fmt: skip


def test_hours_are_written_row_by_row(client, north, ben, line):
    client.force_login(ben.user)
    typed = hours_typed(
        **{"hours-0-weekday": "3", "hours-0-opens_at": "18:00", "hours-0-closes_at": "04:00", "later": "1"}
    )

    response = client.post(at("resource_edit", line.pk, "when"), typed)

    assert response.status_code == 302
    with coalition_scope(north.pk):
        assert [str(row) for row in OpeningHours.objects.filter(resource=line)] == ["Thursday 18:00–04:00"]


def test_half_an_hour_row_is_asked_about_and_kept(client, ben, line):
    client.force_login(ben.user)

    response = client.post(at("resource_edit", line.pk, "when"), hours_typed(**{"hours-0-weekday": "3", "later": "1"}))

    assert response.status_code == 422
    assert "Say the day, from when and until when" in response.content.decode()


def test_more_rows_come_without_script_and_nothing_typed_is_lost(client, ben, line):
    client.force_login(ben.user)
    typed = hours_typed(**{"hours-0-weekday": "3", "hours_note": "Knock twice", "more": "hours"})

    response = client.post(at("resource_edit", line.pk, "when"), typed)

    page = response.content.decode()
    assert response.status_code == 200
    assert 'name="hours-3-weekday"' in page
    assert "Knock twice" in page


def test_who_comes_second_sees_both_texts_and_loses_nothing(client, north, ana, ben, line):
    client.force_login(ben.user)
    seen = client.get(at("resource_edit", line.pk, "runs")).context["form"].now
    with coalition_scope(north.pk):
        Resource.objects.filter(pk=line.pk).update(run_by="Ana's words")

    response = client.post(at("resource_edit", line.pk, "runs"), {"seen": seen, "run_by": "Ben's words", "later": "1"})

    page = response.content.decode()
    assert response.status_code == 409
    assert "Ana&#x27;s words" in page
    assert "Ben&#x27;s words" in page


def test_who_has_seen_both_texts_may_save(client, north, ben, line):
    client.force_login(ben.user)
    first = client.get(at("resource_edit", line.pk, "runs")).context["form"].now
    with coalition_scope(north.pk):
        Resource.objects.filter(pk=line.pk).update(run_by="Ana's words")
    shown = client.post(at("resource_edit", line.pk, "runs"), {"seen": first, "run_by": "Ben's words", "later": "1"})

    again = {"seen": shown.context["form"].data["seen"], "run_by": "Ben's words", "later": "1"}
    response = client.post(at("resource_edit", line.pk, "runs"), again)

    assert response.status_code == 302
    with coalition_scope(north.pk):
        assert Resource.objects.get(pk=line.pk).run_by == "Ben's words"


def test_a_promise_without_a_yes_cannot_be_published(client, ben, line):
    client.force_login(ben.user)
    typed = {
        "promises-TOTAL_FORMS": "1", "promises-INITIAL_FORMS": "0", "promises-0-part": "Tuesday walk",
        "promises-0-is_public": "on", "later": "1",
    }  # fmt: skip

    response = client.post(at("resource_edit", line.pk, "brings-in"), typed)

    assert response.status_code == 422
    assert "Say when they said yes" in response.content.decode()


def test_taking_a_resource_away_can_be_undone(client, north, ana, ben, line):
    with coalition_scope(north.pk):
        fill_richly(line, ana, 2)
    client.force_login(ben.user)
    client.post(at("resource_remove", line.pk))
    gone = client.get(at("resource_detail", line.pk)).status_code

    client.post(at("resource_restore", line.pk))

    back = client.get(at("resource_detail", line.pk))
    assert (gone, back.status_code) == (404, 200)
    with coalition_scope(north.pk):
        row = Resource.objects.get(pk=line.pk)
        assert (row.hours.count(), row.answers.count(), row.feedback.count(), row.areas.count()) == (2, 8, 2, 1)


def test_checking_again_sets_both_dates(client, north, ben, line):
    client.force_login(ben.user)

    client.post(at("resource_check", line.pk), {"how": "by phone", "on": "2026-05-03", "review_on": "2026-11-03"})

    with coalition_scope(north.pk):
        row = Resource.objects.get(pk=line.pk)
    assert (str(row.verified_on), row.verified_how, str(row.review_on)) == ("2026-05-03", "by phone", "2026-11-03")
