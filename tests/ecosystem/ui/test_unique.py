"""What is unique in a coalition is said kindly by the form, before the database says it."""

from uuid import UUID

import pytest
from django import forms

from ecosystem.accounts.models import Membership, Seat
from ecosystem.ui.forms import HouseForm

STUDY = UUID(int=7)


class SeatForm(HouseForm, forms.ModelForm):
    class Meta:
        model = Seat
        fields = ["membership", "kind", "target_id"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer("membership", Membership.objects.all())


@pytest.fixture
def typed(ana):
    return {"membership": ana.membership.pk, "kind": Seat._meta.get_field("kind").choices[0][0], "target_id": STUDY}


def test_the_same_again_is_an_error_of_the_form(north_scope, ana, typed):
    Seat.objects.create(membership=ana.membership, kind=typed["kind"], target_id=STUDY)

    form = SeatForm(typed)

    assert form.errors == {"__all__": ["This is already here. Look for it before you add it again."]}


def test_something_new_is_fine(north_scope, typed):
    assert SeatForm(typed).errors == {}


def test_a_row_that_is_not_offered_is_a_wrong_choice(north_scope, typed, ben):
    form = SeatForm(typed | {"membership": ben.membership.pk})
    form.offer("membership", Membership.objects.exclude(pk=ben.membership.pk))

    assert list(form.errors) == ["membership"]
