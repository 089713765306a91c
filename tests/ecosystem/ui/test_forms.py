"""HouseForm: labels, hints, who sees it, what is wrong, all tied to the control."""

import datetime as dt

from crispy_forms.utils import render_crispy_form
from django import forms

from ecosystem.ui.forms import ConfirmNameForm, HouseForm
from ecosystem.ui.widgets import SegmentedSelect


class VisitForm(HouseForm, forms.Form):
    place = forms.CharField(help_text="Not the street")
    seen_on = forms.DateField(required=False)
    welcome = forms.ChoiceField(choices=[("yes", "Yes"), ("no", "No")], widget=SegmentedSelect)
    kind = forms.ChoiceField(choices=[("", "---------"), ("a", "A")], required=False)

    privacy_notes = {"place": "Only coordinators see this."}


def test_a_field_is_described_by_its_hint_its_privacy_and_its_error():
    html = render_crispy_form(VisitForm({"welcome": "yes"}))

    assert 'aria-describedby="id_place_hint id_place_private id_place_error"' in html
    assert 'aria-invalid="true"' in html
    assert "Only coordinators see this." in html


def test_errors_stand_at_the_top_with_a_way_to_the_field():
    html = render_crispy_form(VisitForm({}))

    assert '<a href="#id_place">Place</a> · Please fill this in.' in html
    assert '<a href="#id_welcome">Welcome</a>' in html
    assert 'id="id_welcome"' in html


def test_only_what_may_stay_empty_is_called_optional():
    html = render_crispy_form(VisitForm())

    assert html.count('class="optional"') == 2


def test_a_day_is_asked_for_as_the_browser_knows_it():
    html = render_crispy_form(VisitForm(initial={"seen_on": dt.date(2026, 5, 3)}))

    assert 'type="date" name="seen_on" value="2026-05-03"' in html


def test_segments_are_radios_with_shapes():
    html = render_crispy_form(VisitForm())

    assert html.count('type="radio"') == 2
    assert '<div class="seg ">' in html


def test_nothing_chosen_is_not_a_row_of_dashes():
    assert "---------" not in render_crispy_form(VisitForm())


def test_a_form_with_a_draft_saves_itself():
    form = VisitForm()
    form.autosave_url = "/drafts/1/"

    assert '<eco-autosave data-url="/drafts/1/">' in render_crispy_form(form)


def test_a_formset_has_its_management_form():
    html = render_crispy_form(forms.formset_factory(VisitForm, extra=2)())

    assert 'name="form-TOTAL_FORMS"' in html
    assert html.count("<fieldset>") == 2


def test_deleting_for_good_asks_for_the_name():
    assert not ConfirmNameForm({"name": "South"}, expected="North").is_valid()
    assert ConfirmNameForm({"name": " north"}, expected="North").is_valid()
