"""Delete means gone, and an admin who was shown out does not come back by an own invitation."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.utils import timezone

from ecosystem.accounts import actions, queries
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.models import Invitation, Membership, Role
from ecosystem.drafts.actions import keep_draft
from ecosystem.privacy.erase import private_models
from ecosystem.privacy.export import EXPORTERS
from ecosystem.privacy.models import DataKey
from ecosystem.tenancy.models import Link
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.own_sheet import add_own_chip
from mapping.models import SavedView
from tests.factories.mapping import AreaFactory, OrganizationFactory

BY = Operator("test")


def with_traces(person, admin):
    """Everything that a person leaves in a coalition under their own name."""
    membership = person.membership
    keep_draft("drafts:draft_list", QueryDict("summary=Wrenfield"), by=membership)
    add_own_chip(area=AreaFactory(), side="needed", words="Wrenfield", by=membership)
    SavedView.objects.create(membership=membership, page="needs", name="Wrenfield", query="q=Wrenfield")
    actions.rename_member(membership, "Wrenfield", by=membership)
    actions.give_seat(membership, "speaks_for", OrganizationFactory().pk, by=admin.membership)
    actions.ask_new_seat(membership, by=admin.membership)


def rows_with(words):
    """Tables in which any row of the coalition in scope says these words."""
    found = []
    with connection.cursor() as cursor:
        for table in COALITION_TABLES:
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{words}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found


def test_who_leaves_for_good_leaves_no_name(ada, ben, north_scope):
    with_traces(ben, ada)
    assert rows_with("Wrenfield") != []

    actions.forget_member(ben.membership, by=ben.membership)

    assert rows_with("Wrenfield") == []
    for model in private_models():
        assert not model.objects.filter(membership_id=ben.membership.pk).exists(), model


def test_a_person_reads_all_that_is_held_of_them(ada, ben, north_scope):
    with_traces(ben, ada)

    told = queries.held_about(ben.membership)

    assert [row["words"] for row in told["own sheet"]] == ["Wrenfield"]
    assert [row["name"] for row in told["saved views"]] == ["Wrenfield"]
    assert [row["typed"] for row in told["drafts"]] == [{"summary": ["Wrenfield"]}]
    assert len(told["seats"]) == 1


def test_every_table_of_one_persons_rows_has_somebody_who_exports_it():
    owners = {"drafts.Draft": "drafts", "mapping.OwnChip": "own sheet", "mapping.SavedView": "saved views"}
    assert {model._meta.label for model in private_models()} == owners.keys()
    assert {*owners.values(), "seats"} <= EXPORTERS.keys()


@pytest.mark.parametrize("go", ["end", "demote", "forget"])
def test_what_a_former_admin_made_opens_nothing(ada, cleo, north, go):
    with coalition_scope(north.pk):
        second = _another_admin()
        issued = actions.invite(role=Role.ADMIN, called="me again", by=ada.membership)
        if go == "end":
            actions.end_membership(ada.membership, by=second)
        elif go == "demote":
            actions.change_role(ada.membership, Role.ORGANIZER, by=second)
        else:
            actions.forget_member(ada.membership, by=ada.membership)

        assert not Link.objects.filter(target_id=issued.invitation.pk).exists()
        with pytest.raises(ValidationError):
            actions.accept_invitation(issued.invitation, user=cleo.user, called="x", by=BY)


def test_invitations_of_those_who_stay_stay_open(ada, north_scope):
    second = _another_admin()
    issued = actions.invite(role=Role.ADMIN, by=ada.membership)

    actions.change_role(second, Role.ORGANIZER, by=ada.membership)

    assert Link.objects.filter(target_id=issued.invitation.pk).exists()


def test_whom_an_invitation_was_for_goes_with_it(ada, north):
    with coalition_scope(north.pk):
        taken_back = actions.invite(role=Role.ORGANIZER, called="Wrenfield", by=ada.membership).invitation
        late = actions.invite(role=Role.ORGANIZER, called="Wrenfield", by=ada.membership).invitation
        still_open = actions.invite(role=Role.ORGANIZER, called="Olu", by=ada.membership).invitation
        actions.take_back(taken_back, by=ada.membership)
        Invitation.objects.filter(pk=late.pk).update(expires_at=timezone.now())

    call_command("nightly", stdout=StringIO())

    with coalition_scope(north.pk):
        names = dict(Invitation.objects.values_list("pk", "called"))
    assert names == {taken_back.pk: "", late.pk: "", still_open.pk: "Olu"}


@pytest.mark.parametrize(("days", "left"), [(29, 1), (31, 0)])
def test_what_was_private_goes_a_month_after_a_membership_ended(ada, ben, north, days, left):
    with coalition_scope(north.pk):
        with_traces(ben, ada)
        actions.end_membership(ben.membership, by=ada.membership)
        Membership.objects.filter(pk=ben.membership.pk).update(ended_at=timezone.now() - timedelta(days=days))

    call_command("nightly", stdout=StringIO())

    with coalition_scope(north.pk):
        for model in private_models():
            assert model.objects.count() == left, model
        assert DataKey.objects.filter(owner_id=ben.membership.pk).count() == left


def _another_admin():
    from ecosystem.accounts.models import User

    user = User.objects.create(username="second", password="!")
    return Membership.objects.create(user=user, role=Role.ADMIN, called="Second")
