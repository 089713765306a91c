"""Needs' states out of the database: few statements, and the walls hold."""

import datetime as dt

import pytest
from django.utils import timezone

from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Answer, Feedback, NeedMatch
from mapping.queries.gaps import Mark, State, access_part, need_states
from tests.factories.mapping import (
    AreaFactory,
    MatchFactory,
    NeedFactory,
    NeighborhoodFactory,
    OrganizationFactory,
    PopulationFactory,
    ResourceFactory,
)

STATEMENTS = 4


def test_a_need_is_answered_by_what_reaches_its_place_from_above(north_scope):
    city = NeighborhoodFactory()
    need = NeedFactory(neighborhood=NeighborhoodFactory(parent=city), population=PopulationFactory())
    MatchFactory(need=need, resource=ResourceFactory(reaches_everywhere=False, reach=[city]))

    assert need_states()[need.pk].state is State.ANSWERED


def test_closed_needs_are_left_out_unless_asked_for(north_scope):
    need = NeedFactory(closed_at=timezone.now(), closed_reason="met")

    assert need_states() == {}
    assert list(need_states([need.pk])) == [need.pk]


def test_a_group_that_has_closed_answers_nothing(north_scope):
    match = MatchFactory(resource__organization=OrganizationFactory(closed_on=timezone.localdate()))

    assert need_states()[match.need_id].marks == (Mark.UNANSWERED, Mark.TURNS_AWAY)


@pytest.mark.parametrize(("days", "state"), [(364, State.ANSWERED), (366, State.PARTLY)])
def test_a_check_holds_for_a_year(north_scope, days, state):
    match = MatchFactory(resource__verified_on=timezone.localdate() - dt.timedelta(days=days))

    assert need_states()[match.need_id].state is state


@pytest.mark.parametrize(
    ("stated", "lived", "marks"),
    [
        ("never", "policy", (Mark.POLICE,)),
        ("routine", "", (Mark.POLICE,)),
        ("if_asked", "never", ()),
        ("unknown", "", ()),
    ],
)
def test_the_worse_of_stated_and_lived_decides_about_police(north_scope, stated, lived, marks):
    match = MatchFactory()
    for standing, value in (("stated", stated), ("lived", lived)):
        Answer.objects.create(resource=match.resource, question="brings_police", standing=standing, value=value)

    assert need_states()[match.need_id].marks == marks


def test_neighbors_who_could_not_use_it_are_heard_for_a_year(north_scope):
    heard, past = MatchFactory(), MatchFactory()
    Feedback.objects.create(resource=heard.resource, kind="could_not", people_count=2)
    Feedback.objects.create(
        resource=past.resource, kind="could_not", heard_on=timezone.localdate() - dt.timedelta(days=400)
    )

    states = need_states()

    assert (states[heard.need_id].marks, states[past.need_id].marks) == ((Mark.TURNS_AWAY,), ())


def test_a_no_to_the_people_whom_the_need_names_turns_them_away(north_scope):
    people = PopulationFactory(name={"es": "Vecinas indocumentadas"}, name_key="vecinas indocumentadas")
    match = MatchFactory(need=NeedFactory(population=people))
    Answer.objects.create(resource=match.resource, question="access_undocumented", value="no")

    assert need_states()[match.need_id].marks == (Mark.TURNS_AWAY,)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Trans youth", "access_trans"),
        ("Transit riders", ""),
        ("Gente sin papeles", "access_undocumented"),
        ("Wheelchair users", "access_physical"),
        ("Elders", ""),
    ],
)
def test_names_of_populations_tell_which_access_they_need(name, part):
    assert access_part({"en": name}) == part


def test_a_crisis_answer_looks_for_before_and_after_in_its_own_area(north_scope):
    area = AreaFactory()
    match = MatchFactory(need=NeedFactory(area=area, moment="interrupts"))
    ResourceFactory(areas=[area], prevents=True)
    ResourceFactory(areas=[AreaFactory()], heals=True)

    assert need_states()[match.need_id].marks == (Mark.NOTHING_AFTER,)


@pytest.mark.parametrize("count", [1, 12])
def test_the_number_of_statements_does_not_grow(north_scope, django_assert_num_queries, count):
    area = AreaFactory()
    for _ in range(count):
        MatchFactory(need=NeedFactory(area=area, moment="interrupts"), resource__languages=["en", "es"])
        ResourceFactory(areas=[area], heals=True)

    with django_assert_num_queries(STATEMENTS):
        assert len(need_states()) == count


def test_south_learns_nothing_of_norths_needs(north, south):
    with coalition_scope(north.pk):
        match = MatchFactory()

    with coalition_scope(south.pk):
        assert need_states() == {}
        assert need_states([match.need_id]) == {}
        assert NeedMatch.objects.count() == 0
