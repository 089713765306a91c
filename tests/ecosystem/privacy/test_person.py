"""What is held of a person: told to them, and destroyed when they wish."""

import os

import pytest
from django.http import QueryDict

from ecosystem.drafts.actions import keep_draft
from ecosystem.drafts.models import Draft
from ecosystem.history.purge import clean_coalition
from ecosystem.privacy import export
from ecosystem.privacy.declare import holdings
from ecosystem.privacy.erase import erase_person, private_models
from ecosystem.privacy.export import export_person, register_exporter
from ecosystem.privacy.models import DataKey
from ecosystem.privacy.vault import CannotOpen, Owner, decrypt, encrypt
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import OwnChip, SavedView
from tests.factories.mapping import AreaFactory

KEY = "drafts:draft_list"


def test_a_person_is_told_what_is_held_of_them_and_not_of_others(ana, ben, north_scope):
    keep_draft(KEY, QueryDict("summary=mine"), by=ana.membership)
    keep_draft(KEY, QueryDict("summary=his"), by=ben.membership)

    told = export_person(ana.membership)

    assert (told["called"], told["role"]) == ("Ana", "coordinator")
    assert [row["typed"] for row in told["drafts"]] == [{"summary": ["mine"]}]


def test_apps_add_to_the_export(ana, north_scope, monkeypatch):
    monkeypatch.setattr(export, "EXPORTERS", {})
    register_exporter("chips", lambda membership: [membership.called])

    assert export_person(ana.membership)["chips"] == ["Ana"]


def test_erasing_destroys_the_key_and_the_private_rows_of_this_person_only(ana, ben, north_scope):
    area = AreaFactory()
    for person in (ana, ben):
        keep_draft(KEY, QueryDict("summary=x"), by=person.membership)
        OwnChip.objects.create(membership=person.membership, area=area, side="needed", private=b"x")
        SavedView.objects.create(membership=person.membership, page="needs", name="mine", query="q=1")

    erase_person(ana.membership)

    for model in (Draft, OwnChip, SavedView):
        assert [row.membership_id for row in model.objects.all()] == [ben.membership.pk], model
    assert [row.owner_id for row in DataKey.objects.all()] == [ben.membership.pk]


def test_after_erasing_even_a_copy_of_the_words_cannot_be_read(ana, north_scope):
    owner = Owner.member(ana.membership.pk)
    copy = encrypt("what I feel", owner=owner, bound_to="x:1:y")

    erase_person(ana.membership)

    with pytest.raises(CannotOpen):
        decrypt(copy, owner=owner, bound_to="x:1:y")


def test_all_tables_of_one_persons_rows_are_erased():
    labels = {model._meta.label for model in private_models()}

    assert {"drafts.Draft", "mapping.OwnChip", "mapping.SavedView"} <= labels
    assert "accounts.Seat" not in labels


def test_what_we_hold_is_collected_from_the_models():
    held = {row.model_label: row for row in holdings(personal_only=True)}

    assert held["mapping.PromisedPerson"].encrypted == ("sealed",)
    assert held["mapping.PromisedPerson"].undo_window is None
    assert "mapping.NeedMatch" not in held


def test_keys_move_to_the_newest_master_key_every_night(north, ana, settings):
    with coalition_scope(north.pk):
        owner = Owner.member(ana.membership.pk)
        token = encrypt("words", owner=owner, bound_to="a:1:b")
        old, newest = dict(settings.MASTER_KEYS), max(settings.MASTER_KEYS) + 1
        settings.MASTER_KEYS = {**old, newest: os.urandom(32)}

        clean_coalition()

        settings.MASTER_KEYS = {newest: settings.MASTER_KEYS[newest]}
        assert decrypt(token, owner=owner, bound_to="a:1:b") == "words"
