"""Threads tie records of different apps; slots let one app's page show another app's words."""

import pytest
from django.template import Context, Template
from django.utils.html import format_html

from ecosystem.tenancy.scope import coalition_scope
from ecosystem.threads import kinds as kind_registry
from ecosystem.threads.actions import tie, untie
from ecosystem.threads.kinds import Kind, register_kind, targets
from ecosystem.threads.models import ThreadLink
from ecosystem.threads.queries import ties
from ecosystem.threads.slots import SlotFilter, filled_slot, register_slot, register_slot_filter, slot_filters
from mapping.models import Area, Neighborhood


def seen_by_coordinators(queryset, membership):
    return queryset if membership.sees_everything else queryset.none()


@pytest.fixture(autouse=True)
def two_kinds(monkeypatch):
    monkeypatch.setattr(kind_registry, "KINDS", {})
    register_kind(
        Kind("area", "mapping.Area", "area", lambda area, slug: f"/c/{slug}/areas/{area.pk}/", seen_by_coordinators)
    )
    register_kind(
        Kind(
            "hood",
            "mapping.Neighborhood",
            "neighborhood",
            lambda hood, slug: f"/c/{slug}/hoods/{hood.pk}/",
            lambda rows, _: rows,
        )
    )


@pytest.fixture
def slots(monkeypatch):
    monkeypatch.setattr("ecosystem.threads.slots.PROVIDERS", {})
    monkeypatch.setattr("ecosystem.threads.slots.FILTERS", {})


def make_area(name):
    return Area.objects.create(name={"en": name}, name_key=name)


def make_hood(name):
    return Neighborhood.objects.create(name=name, name_key=name)


def test_a_tie_shows_at_both_ends(ana, north_scope):
    area, hood = make_area("food"), make_hood("riverside")

    tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    assert [target.title for target in ties("area", [area], ana.membership)[area.pk].led_to] == ["riverside"]
    assert [target.title for target in ties("hood", [hood], ana.membership)[hood.pk].came_from] == ["food"]


def test_saying_a_tie_twice_keeps_one(ana, north_scope):
    area, hood = make_area("food"), make_hood("riverside")

    tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)
    tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    assert ThreadLink.objects.count() == 1


def test_a_tie_can_be_taken_away(ana, north_scope):
    area, hood = make_area("food"), make_hood("riverside")
    tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    untie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    assert ThreadLink.objects.count() == 0


def test_a_kind_that_nobody_registered_cannot_be_tied(ana, north_scope):
    area = make_area("food")

    with pytest.raises(LookupError):
        tie(("area", area.pk), ("dragon", area.pk), by=ana.membership)


def test_ties_to_what_a_member_may_not_see_are_left_out(ana, ben, north_scope):
    area, hood = make_area("food"), make_hood("riverside")
    tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    assert ties("hood", [hood], ben.membership)[hood.pk].came_from == []


def test_cleo_sees_nothing_of_what_north_tied(ana, north, cleo):
    with coalition_scope(north.pk):
        area, hood = make_area("food"), make_hood("riverside")
        tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)

    with coalition_scope(cleo.membership.coalition_id):
        assert ThreadLink.objects.count() == 0
        assert targets([("area", area.pk), ("hood", hood.pk)], cleo.membership) == {}


def test_ties_of_many_take_as_many_queries_as_of_one(ana, north_scope, django_assert_num_queries):
    areas, hood = [make_area(name) for name in ("a", "b", "c")], make_hood("riverside")
    for area in areas:
        tie(("area", area.pk), ("hood", hood.pk), by=ana.membership)
    ana.membership.coalition  # noqa: B018 # the door has it at hand

    for rows in (areas[:1], areas):
        with django_assert_num_queries(3):
            ties("area", rows, ana.membership)


def test_a_slot_joins_what_its_providers_say(ana, north_scope, slots):
    area, other = make_area("food"), make_area("housing")
    register_slot("area_notes", lambda rows, _: {area.pk: format_html("<b>{}</b>", "1 < 2")})
    register_slot("area_notes", lambda rows, _: {row.pk: format_html("<i>{}</i>", row.name_key) for row in rows})

    found = filled_slot("area_notes", [area, other], ana.membership)

    assert found == {area.pk: "<b>1 &lt; 2</b><i>food</i>", other.pk: "<i>housing</i>"}


def test_a_provider_that_answers_with_plain_text_is_refused(ana, north_scope, slots):
    area = make_area("food")
    register_slot("area_notes", lambda rows, _: {area.pk: "<script>"})

    with pytest.raises(TypeError):
        filled_slot("area_notes", [area], ana.membership)


def test_a_template_fills_one_slot_or_many(ana, north_scope, slots):
    area = make_area("food")
    register_slot("area_notes", lambda rows, _: {row.pk: format_html("<i>{}</i>", row.name_key) for row in rows})
    template = Template(
        '{% load threads %}{% slot "area_notes" record=area %}·'
        '{% slot "area_notes" records=areas as found %}{{ found|of:area.pk }}·{% slot "nobody_fills_this" record=area %}'
    )

    html = template.render(Context({"membership": ana.membership, "area": area, "areas": [area]}))

    assert html == "<i>food</i>·<i>food</i>·"


def test_a_slot_offers_filters(slots):
    offered = SlotFilter("decided", "Decided", [("yes", "yes")], lambda rows, value, _: rows)

    register_slot_filter("need_decisions", offered)

    assert slot_filters("need_decisions") == [offered]
