"""Made-up worlds for the arithmetic of needs: no database."""

from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapping.coverage import RANK, Care, Mark, Nesting, State, Want, judge

CITY, EAST, WEST, BLOCK = uuid4(), uuid4(), uuid4(), uuid4()
NESTING = Nesting({CITY: None, EAST: CITY, WEST: CITY, BLOCK: EAST})
ELDERS, YOUTH = uuid4(), uuid4()
AREA = uuid4()
EVERYBODY = {"everywhere": True, "everyone": True}


def want(**facts):
    return Want(id=uuid4(), area=AREA, **facts)


def care(**facts):
    return Care(id=uuid4(), **facts)


def judged(need, *links, around=()):
    return judge(need, links, around, NESTING)


def test_a_need_that_nothing_is_linked_to_is_unanswered_and_has_no_other_mark():
    found = judged(want())

    assert (found.state, found.marks) == (State.UNANSWERED, (Mark.UNANSWERED,))


def test_something_whole_open_checked_and_reaching_answers_without_a_mark():
    found = judged(want(place=EAST, people=ELDERS), (care(**EVERYBODY), True))

    assert (found.state, found.marks) == (State.ANSWERED, ())


@pytest.mark.parametrize(
    ("places", "place", "state"),
    [
        ({EAST}, EAST, State.ANSWERED),
        ({CITY}, BLOCK, State.ANSWERED),
        ({BLOCK}, EAST, State.PARTLY),
        ({WEST}, EAST, State.UNANSWERED),
        (set(), EAST, State.PARTLY),
        ({WEST}, None, State.ANSWERED),
    ],
)
def test_a_place_is_reached_by_what_lists_it_or_one_above_it(places, place, state):
    found = judged(want(place=place), (care(places=frozenset(places)), True))

    assert found.state is state


@pytest.mark.parametrize(
    ("people", "state"), [({ELDERS}, State.ANSWERED), ({YOUTH}, State.UNANSWERED), (set(), State.PARTLY)]
)
def test_a_population_is_reached_by_what_lists_it(people, state):
    found = judged(want(people=ELDERS), (care(people=frozenset(people), everywhere=True), True))

    assert found.state is state


def test_what_was_linked_partly_answers_partly():
    found = judged(want(), (care(**EVERYBODY), False))

    assert (found.state, found.marks) == (State.PARTLY, (Mark.PARTLY,))


def test_what_was_not_checked_for_a_year_answers_partly_and_says_so():
    found = judged(want(), (care(is_fresh=False, **EVERYBODY), True))

    assert (found.state, found.marks) == (State.PARTLY, (Mark.PARTLY, Mark.STALE))


def test_what_has_closed_exists_but_does_not_work():
    found = judged(want(), (care(is_open=False, has_stopped=True), True))

    assert (found.state, found.marks) == (State.UNANSWERED, (Mark.UNANSWERED, Mark.TURNS_AWAY))


@pytest.mark.parametrize(
    ("facts", "need", "is_turned"),
    [
        ({"could_not": 2, "relied_on": 1}, {}, True),
        ({"could_not": 1, "relied_on": 2}, {}, False),
        ({"refuses": frozenset({"access_physical"})}, {"access": "access_physical"}, True),
        ({"refuses": frozenset({"access_physical"})}, {"access": "access_trans"}, False),
        ({"languages": frozenset({"en", "es"})}, {"language": "ht"}, True),
        ({"languages": frozenset()}, {"language": "ht"}, False),
    ],
)
def test_people_are_turned_away(facts, need, is_turned):
    found = judged(want(**need), (care(**EVERYBODY, **facts), True))

    assert (Mark.TURNS_AWAY in found.marks) is is_turned


def test_one_door_that_is_open_to_all_outweighs_one_that_is_not():
    found = judged(want(), (care(could_not=3, **EVERYBODY), True), (care(**EVERYBODY), True))

    assert found.marks == ()


@pytest.mark.parametrize(
    ("police", "marks"),
    [
        (["police-likely"], (Mark.POLICE,)),
        (["police-likely", "police-never"], ()),
        (["police-likely", "police-unknown"], ()),
        (["police-sometimes"], ()),
    ],
)
def test_only_what_is_likely_to_call_police(police, marks):
    found = judged(want(), *((care(police=kind, **EVERYBODY), True) for kind in police))

    assert found.marks == marks


def test_a_partial_answer_without_police_does_not_clear_a_whole_one_with_police():
    found = judged(
        want(), (care(police="police-likely", **EVERYBODY), True), (care(police="police-never", **EVERYBODY), False)
    )

    assert (found.state, found.marks) == (State.ANSWERED, (Mark.POLICE,))


@pytest.mark.parametrize(
    ("spoken", "need", "marks"),
    [
        ([{"es"}], {}, (Mark.ONE_LANGUAGE,)),
        ([{"es"}, {"en"}], {}, ()),
        ([{"es"}, set()], {}, ()),
        ([{"es"}], {"language": "es"}, ()),
    ],
)
def test_only_in_one_language(spoken, need, marks):
    found = judged(want(**need), *((care(languages=frozenset(tags), **EVERYBODY), True) for tags in spoken))

    assert found.marks == marks


@pytest.mark.parametrize(
    ("near", "marks"),
    [
        ([], (Mark.NOTHING_BEFORE, Mark.NOTHING_AFTER)),
        ([{"comes_before": True}], (Mark.NOTHING_AFTER,)),
        ([{"comes_before": True}, {"comes_after": True}], ()),
        ([{"comes_before": True, "comes_after": True, "is_open": False}], (Mark.NOTHING_BEFORE, Mark.NOTHING_AFTER)),
        (
            [{"comes_before": True, "comes_after": True, "places": frozenset({WEST})}],
            (Mark.NOTHING_BEFORE, Mark.NOTHING_AFTER),
        ),
    ],
)
def test_a_crisis_answer_needs_something_before_and_after(near, marks):
    around = [care(**facts) for facts in near]

    found = judged(want(is_crisis=True, place=EAST), (care(**EVERYBODY), True), around=around)

    assert found.marks == marks


def test_an_unanswered_crisis_says_nothing_of_before_and_after():
    assert judged(want(is_crisis=True)).marks == (Mark.UNANSWERED,)


def test_neighborhoods_in_a_circle_end():
    one, other = uuid4(), uuid4()

    assert Nesting({one: other, other: one}).above(one) == {one, other}


PLACES = st.sampled_from([None, CITY, EAST, WEST, BLOCK])
CARES = st.builds(
    Care,
    id=st.builds(uuid4),
    is_open=st.booleans(),
    has_stopped=st.booleans(),
    is_fresh=st.booleans(),
    everywhere=st.booleans(),
    everyone=st.booleans(),
    places=st.frozensets(st.sampled_from([CITY, EAST, WEST, BLOCK])),
    people=st.frozensets(st.sampled_from([ELDERS, YOUTH])),
    languages=st.frozensets(st.sampled_from(["en", "es", "ht"])),
    could_not=st.integers(0, 3),
    relied_on=st.integers(0, 3),
    police=st.sampled_from(["police-likely", "police-sometimes", "police-unknown", "police-never"]),
    comes_before=st.booleans(),
    comes_after=st.booleans(),
)
WANTS = st.builds(
    Want,
    id=st.builds(uuid4),
    area=st.just(AREA),
    place=PLACES,
    people=st.sampled_from([None, ELDERS, YOUTH]),
    language=st.sampled_from(["", "en", "es"]),
    is_crisis=st.booleans(),
)
LINKS = st.lists(st.tuples(CARES, st.booleans()), max_size=5)


@given(WANTS, LINKS, st.lists(CARES, max_size=4))
def test_marks_are_worst_first_and_agree_with_the_state(need, links, around):
    found = judged(need, *links, around=around)

    assert list(found.marks) == sorted(set(found.marks), key=RANK.__getitem__)
    assert (Mark.UNANSWERED in found.marks) is (found.state is State.UNANSWERED)
    assert (Mark.PARTLY in found.marks) is (found.state is State.PARTLY)
    assert len(found.matches) == len(links)


@given(WANTS, LINKS, st.randoms())
def test_the_order_of_links_changes_nothing(need, links, chance):
    shuffled = list(links)
    chance.shuffle(shuffled)

    assert judged(need, *links).marks == judged(need, *shuffled).marks


@given(WANTS, LINKS)
def test_one_good_answer_more_never_makes_a_need_worse(need, links):
    good = care(
        **EVERYBODY, languages=frozenset({"en", "es", "ht"}), police="police-never", comes_before=True, comes_after=True
    )

    assert judged(need, *links, (good, True)).marks == ()


@given(WANTS, LINKS)
def test_what_is_answered_rests_on_something_whole_open_and_fresh(need, links):
    found = judged(need, *links)

    whole: list[UUID] = [one.id for one, is_whole in links if is_whole and one.is_open and one.is_fresh]
    assert found.state is not State.ANSWERED or {match.resource_id for match in found.matches} & set(whole)
