"""What happened here: who, what from what to what, and when; and back again."""

import datetime as dt
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.utils import timezone

from ecosystem.history.actions import CannotBringBackError, bring_back_version, restore
from ecosystem.history.purge import clean_coalition, purge_history
from ecosystem.history.stories import restore_url, told_fields
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import ScopeError, coalition_scope, narrowed
from ecosystem.threads.happened import past_of, who
from ecosystem.threads.removed import recently_removed
from mapping.models import Contact, Evidence, Need, NeedEvent, NeedMatch, Organization, Place, Resource
from tests.factories.mapping import (
    AreaFactory,
    NeedFactory,
    OrganizationFactory,
    ResourceFactory,
)


def acting(person, action="mapping:test"):
    return narrowed(user_id=person.user.pk, actor="member", action=action)


def said(past):
    """Entries as (who, what, changes)."""
    return [
        (
            who(entry, past.names),
            happening.label,
            str(happening.noun),
            happening.title,
            [(str(change.label), change.before, change.after) for change in happening.changes],
        )
        for entry in past.entries
        for happening in entry.happenings
    ]


def test_a_change_is_told_in_words(ana, north_scope):
    need = NeedFactory(summary="a van", urgency=1)
    with acting(ana):
        Need.objects.filter(pk=need.pk).update(summary="two vans", urgency=3, closed_reason="")

    told = said(past_of(need))

    assert told[0] == (
        "Ana",
        "update",
        "need",
        "",
        [("what is needed", "a van", "two vans"), ("how soon", "within a year", "now")],
    )


def test_what_keys_point_at_is_named(ana, north_scope):
    old, new = AreaFactory(name={"en": "Food", "es": "Comida"}), AreaFactory(name={"en": "Housing"})
    need = NeedFactory(area=old)
    with acting(ana):
        Need.objects.filter(pk=need.pk).update(area=new)

    assert said(past_of(need))[0][4] == [("area", "Food", "Housing")]


def test_what_belongs_to_a_record_is_part_of_its_story(ana, north_scope):
    need = NeedFactory()
    with acting(ana):
        Evidence.objects.create(need=need, text="The bus stops at six.", count=3)

    assert ("Ana", "insert", "evidence", "The bus stops at six.", []) in said(past_of(need))


def test_how_to_reach_somebody_is_never_told(ana, north_scope):
    group = OrganizationFactory()
    with acting(ana):
        contact = Contact.objects.create(organization=group, value="555-0100", role="Rosa")
    with acting(ana, "mapping:contact_edit"):
        Contact.objects.filter(pk=contact.pk).update(value="555-0199")

    told = said(past_of(group))

    assert ("Ana", "update", "way to reach them", "", []) in told
    assert "555" not in str(told)
    assert "Rosa" not in str(told)


def test_an_address_that_was_made_less_exact_is_not_told_by_its_history(ana, north_scope):
    group = OrganizationFactory()
    place = Place.objects.create(organization=group, street="12 Cedar Street", city="Springfield", precision="exact")
    with acting(ana):
        Place.objects.filter(pk=place.pk).update(street="", city="", precision="hidden")

    told = str(said(past_of(group)))

    assert "Cedar" not in told
    assert "Springfield" not in told
    assert "('Ana', 'update', 'place'" in told


def test_who_left_is_somebody_who_left(ben, north_scope):
    need = NeedFactory()
    with acting(ben):
        Need.objects.filter(pk=need.pk).update(summary="two vans")
    type(ben.membership).objects.filter(pk=ben.membership.pk).update(ended_at=timezone.now())

    assert said(past_of(need))[0][0] == "Somebody who left"


def test_an_import_and_the_system_are_named(ana, north_scope):
    need = NeedFactory()
    with acting(ana, "imports:import_merge"):
        Need.objects.filter(pk=need.pk).update(summary="two")
    with narrowed(user_id=None, actor="operator:nightly", action="nightly"):
        Need.objects.filter(pk=need.pk).update(summary="three")

    assert [row[0] for row in said(past_of(need))[:2]] == ["The system, by itself", "Ana, by an import"]


def test_a_story_takes_as_many_queries_however_long_it_is(ana, north_scope, django_assert_num_queries):
    short, long = ResourceFactory(), ResourceFactory()
    for number in range(6):
        with acting(ana, f"mapping:edit_{number}"):
            Resource.objects.filter(pk=long.pk).update(offers=f"soup {number}")

    for resource in (short, long):
        with acting(ana):
            Resource.objects.filter(pk=resource.pk).update(name="x", organization=resource.organization)
        with django_assert_num_queries(4):
            past_of(resource)


def test_an_earlier_version_can_be_brought_back(ana, north_scope):
    need = NeedFactory(summary="a van")
    first = NeedEvent.objects.get(pgh_obj_id=need.pk).pgh_id
    Need.objects.filter(pk=need.pk).update(summary="two vans", summary_key="two vans")

    bring_back_version(Need.objects.get(pk=need.pk), first, by=ana.membership)

    need.refresh_from_db()
    assert (need.summary, need.summary_key, need.version) == ("a van", "a van", 3)


def test_an_event_of_another_record_brings_nothing_back(ana, north_scope):
    need, other = NeedFactory(), NeedFactory()
    wrong = NeedEvent.objects.get(pgh_obj_id=other.pk).pgh_id

    with pytest.raises(CannotBringBackError):
        bring_back_version(need, wrong, by=ana.membership)


def test_a_removed_group_comes_back_with_all_that_belonged_to_it(ana, north_scope):
    group = OrganizationFactory(name="Riverside Fridge")
    resource = ResourceFactory(organization=group, name="fridge")
    Contact.objects.create(organization=group, value="555-0100")
    need = NeedFactory()
    NeedMatch.objects.create(need=need, resource=resource, note="mostly")
    group_id = group.pk
    with acting(ana):
        group.delete()
    assert NeedMatch.objects.count() == 0

    back = restore(Organization, group_id, by=ana.membership)

    assert (back.name, back.version) == ("Riverside Fridge", 2)
    assert [row.name for row in back.resources.all()] == ["fridge"]
    assert [row.value for row in back.contacts.all()] == ["555-0100"]
    assert [match.note for match in need.matches.all()] == ["mostly"]


def test_what_comes_back_leaves_out_what_is_gone_for_another_reason(ana, north_scope):
    resource, need = ResourceFactory(), NeedFactory()
    NeedMatch.objects.create(need=need, resource=resource)
    need_id = need.pk
    need.delete()
    resource.delete()

    back = restore(Need, need_id, by=ana.membership)

    assert back.matches.count() == 0


def test_what_is_here_cannot_be_brought_back(ana, north_scope):
    need = NeedFactory()

    with pytest.raises(CannotBringBackError):
        restore(Need, need.pk, by=ana.membership)


def test_after_its_window_nothing_comes_back(ana, north_scope, monkeypatch):
    need = NeedFactory()
    need_id = need.pk
    need.delete()
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr(timezone, "now", lambda: later)

    with pytest.raises(CannotBringBackError):
        restore(Need, need_id, by=ana.membership)


def test_organizers_find_what_they_removed_and_coordinators_all(ana, ben, north_scope):
    for person, summary in ((ana, "a van"), (ben, "a fridge")):
        need = NeedFactory(summary=summary)
        with acting(person, f"mapping:{person.user}"):
            need.delete()

    assert {row.title for row in recently_removed(ana.membership)} == {"a van", "a fridge"}
    assert {row.title for row in recently_removed(ben.membership)} == {"a fridge"}


def test_what_went_with_a_group_is_listed_with_it_only(ana, north_scope):
    group = OrganizationFactory(name="Riverside")
    ResourceFactory(organization=group, name="fridge")
    with acting(ana):
        group.delete()

    assert [row.title for row in recently_removed(ana.membership)] == ["Riverside"]


def test_the_application_cannot_rewrite_history(north_scope):
    need = NeedFactory()

    for attempt in (
        lambda: NeedEvent.objects.filter(pgh_obj_id=need.pk).update(summary="nothing happened"),
        lambda: NeedEvent.objects.filter(pgh_obj_id=need.pk).delete(),
    ):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            attempt()

    assert NeedEvent.objects.get(pgh_obj_id=need.pk).summary == need.summary


def test_the_application_cannot_shorten_a_window(north_scope):
    denied = pytest.raises(ProgrammingError, match="permission denied")

    with denied, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE history_eventwindow SET kept_for = '0'")


def made_up_event(record_id, area_id, at, label):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: at)
        NeedEvent.objects.create(
            pgh_obj_id=record_id, id=record_id, pgh_label=label, area_id=area_id, summary="long ago", version=1
        )


def test_history_of_the_long_gone_goes_and_that_of_the_living_stays(north_scope):
    living, area = NeedFactory(), AreaFactory()
    gone = type(living)().pk
    for label, days in (("insert", 60), ("delete", 31)):
        made_up_event(gone, area.pk, timezone.now() - timedelta(days=days), label)
    made_up_event(living.pk, area.pk, timezone.now() - timedelta(days=400), "insert")

    purge_history()

    assert NeedEvent.objects.filter(pgh_obj_id=gone).count() == 0
    assert NeedEvent.objects.filter(pgh_obj_id=living.pk).count() == 2


def test_history_stays_while_the_record_can_be_brought_back(north_scope):
    area, gone = AreaFactory(), Need().pk
    for label, days in (("insert", 60), ("delete", 29)):
        made_up_event(gone, area.pk, timezone.now() - timedelta(days=days), label)

    purge_history()

    assert NeedEvent.objects.filter(pgh_obj_id=gone).count() == 2


def test_purging_north_leaves_south_alone(north, south):
    gone = {}
    for coalition in (north, south):
        with coalition_scope(coalition.pk):
            area, gone[coalition.slug] = AreaFactory(), Need().pk
            made_up_event(gone[coalition.slug], area.pk, timezone.now() - timedelta(days=40), "delete")

    with coalition_scope(north.pk):
        clean_coalition()

    with coalition_scope(south.pk):
        assert NeedEvent.objects.filter(pgh_obj_id=gone["south"]).count() == 1


def test_history_is_not_purged_without_a_coalition(db):
    with pytest.raises(ScopeError):
        purge_history()


def test_only_histories_can_be_purged(north_scope):
    with pytest.raises(Exception, match="no rows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT purge_history('mapping_need')")


def test_every_model_says_whether_its_history_is_kept():
    for model in COALITION_TABLES.values():
        if hasattr(model, "pgh_tracked_model") or model._meta.app_label.startswith("test"):
            continue
        assert model.is_tracked == any(
            getattr(other, "pgh_tracked_model", None) is model for other in COALITION_TABLES.values()
        ), model
        assert model.undo_window is None or timedelta() < model.undo_window <= timedelta(days=90), model
        names = {field.name for field in model._meta.get_fields()}
        assert set(model.personal_fields) <= names, model
        if not model.is_tracked:
            assert model.undo_window is None, f"{model}: nothing can be brought back without a history"


def test_no_sealed_or_personal_field_is_ever_told():
    for model in COALITION_TABLES.values():
        if getattr(model, "is_tracked", False):
            told = {field.name for field in told_fields(model)}
            assert not told & (set(model.personal_fields) | {"sealed", "private"}), model


def test_dates_and_amounts_are_told_as_people_write_them(ana, north_scope):
    need = NeedFactory()
    with acting(ana):
        Need.objects.filter(pk=need.pk).update(review_on=dt.date(2027, 3, 1), people_count=40)

    changes = said(past_of(need))[0][4]

    assert changes == [("how many people", "", "40"), ("look at it again by", "", "March 1, 2027")]


def test_the_undo_of_a_removal_has_an_address(north_scope):
    need = NeedFactory()

    assert restore_url(need, "north") == f"/c/north/history/restore/mapping.need/{need.pk}/"
