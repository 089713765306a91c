"""Nothing is published without a yes, and a yes can be taken back."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from ecosystem.consent.actions import give_consent, withdraw_consent
from ecosystem.consent.models import Consent
from ecosystem.consent.queries import consented_ids, is_consented
from ecosystem.history.actions import restore
from ecosystem.tenancy.scope import coalition_scope
from ecosystem.threads.slots import filled_slot
from mapping.models import Organization
from tests.factories.mapping import OrganizationFactory


@pytest.fixture
def group(north):
    with coalition_scope(north.pk):
        return OrganizationFactory(name="Riverside Fridge")


def say_yes(group, person, day=dt.date(2026, 3, 1)):
    return give_consent(
        ("organization", group.pk),
        "guide",
        given_by="a coordinator there",
        how="phone",
        given_on=day,
        by=person.membership,
    )


def test_without_a_yes_the_answer_is_no(group, north_scope):
    assert not is_consented("organization", group.pk, "guide")


def test_a_yes_holds_for_one_purpose_and_one_record(group, ana, north_scope):
    other = OrganizationFactory()
    say_yes(group, ana)

    assert is_consented("organization", group.pk, "guide")
    assert not is_consented("organization", group.pk, "promise")
    assert list(consented_ids("organization", "guide")) == [group.pk]
    assert not is_consented("organization", other.pk, "guide")


def test_a_yes_that_was_taken_back_is_no_yes(group, ana, north_scope):
    consent = say_yes(group, ana)

    withdraw_consent(consent, by=ana.membership)

    assert not is_consented("organization", group.pk, "guide")
    assert Consent.objects.get().withdrawn_on == timezone.localdate()


def test_it_can_be_given_again(group, ana, north_scope):
    withdraw_consent(say_yes(group, ana), by=ana.membership)
    say_yes(group, ana)

    assert is_consented("organization", group.pk, "guide")
    assert Consent.objects.count() == 2


def test_two_at_a_time_are_refused_by_the_database(group, ana, north_scope):
    say_yes(group, ana)

    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.create(
            kind="organization", record_id=group.pk, purpose="guide", given_by="x", given_on=dt.date(2026, 1, 1)
        )


def test_consent_goes_with_its_group_and_comes_back_with_it(group, ana, north_scope):
    say_yes(group, ana)
    group_id = group.pk
    Organization.objects.filter(pk=group_id).delete()
    assert Consent.objects.count() == 0

    restore(Organization, group_id, by=ana.membership)

    assert is_consented("organization", group_id, "guide")


def test_the_panel_says_who_said_yes(group, ana, north_scope):
    say_yes(group, ana)

    html = filled_slot("organization.page", [group], ana.membership)[group.pk]

    assert "Yes: a coordinator there, said so on the phone, March 1, 2026" in html


def test_an_organizer_notes_a_yes_and_takes_it_back(client, ben, north, group):
    client.force_login(ben.user)
    url = f"/c/north/consent/organization/{group.pk}/guide/"

    client.post(url, {"given_by": "a volunteer", "how": "meeting", "given_on": "2026-03-01"})
    with coalition_scope(north.pk):
        consent = Consent.objects.get()
        assert is_consented("organization", group.pk, "guide")
    assert "a volunteer said yes" in client.get(url).content.decode()
    client.post(f"/c/north/consent/{consent.pk}/withdraw/")

    with coalition_scope(north.pk):
        assert not is_consented("organization", group.pk, "guide")


def test_a_day_to_come_is_refused(client, ben, group):
    client.force_login(ben.user)
    tomorrow = timezone.localdate() + dt.timedelta(days=1)

    answer = client.post(
        f"/c/north/consent/organization/{group.pk}/guide/", {"given_by": "a", "how": "phone", "given_on": tomorrow}
    )

    assert answer.status_code == 422


def test_cleo_cannot_say_yes_for_a_group_of_north(client, cleo, north, group):
    client.force_login(cleo.user)
    typed = {"given_by": "me", "how": "phone", "given_on": "2026-03-01"}

    assert client.post(f"/c/north/consent/organization/{group.pk}/guide/", typed).status_code == 404
    assert client.post(f"/c/south/consent/organization/{group.pk}/guide/", typed).status_code == 404
    with coalition_scope(north.pk):
        assert Consent.objects.count() == 0
