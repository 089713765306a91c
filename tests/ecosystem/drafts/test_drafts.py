"""Whatever is typed is kept, for its writer alone, until it is saved or let go."""

from datetime import timedelta

import pytest
from django import forms
from django.http import QueryDict
from django.test import RequestFactory
from django.utils import timezone

from ecosystem.drafts import keys
from ecosystem.drafts.actions import discard_draft, keep_draft
from ecosystem.drafts.forms import with_draft
from ecosystem.drafts.keys import form_key, register_form
from ecosystem.drafts.models import Draft
from ecosystem.drafts.queries import begun_by, draft_for
from ecosystem.tenancy.scope import coalition_scope

KEY = "drafts:draft_list"
SAVE = f"/c/north/drafts/save/?key={KEY}"


class NoteForm(forms.Form):
    summary = forms.CharField()
    day = forms.DateField()
    colors = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B"), ("c", "C")])
    is_open = forms.BooleanField()


@pytest.fixture
def north_request(ana):
    def make(method="get", data=None):
        request = getattr(RequestFactory(), method)("/", data or {})
        request.user, request.membership = ana.user, ana.membership
        return request

    return make


def test_what_is_typed_comes_back(ana, north_scope):
    keep_draft(KEY, QueryDict("summary=a van&colors=a&colors=c"), by=ana.membership)

    typed = draft_for(ana.membership, KEY)

    assert dict(typed.lists()) == {"summary": ["a van"], "colors": ["a", "c"]}


def test_the_last_words_replace_the_earlier_ones(ana, north_scope):
    keep_draft(KEY, QueryDict("summary=a"), by=ana.membership)
    keep_draft(KEY, QueryDict("summary=a van"), by=ana.membership)

    assert Draft.objects.count() == 1
    assert draft_for(ana.membership, KEY).urlencode() == "summary=a+van"


def test_secrets_and_tokens_are_never_kept(ana, north_scope):
    keep_draft(KEY, QueryDict("csrfmiddlewaretoken=x&new_password1=y&Passphrase=z&summary=a"), by=ana.membership)

    assert draft_for(ana.membership, KEY).urlencode() == "summary=a"


def test_the_table_holds_no_word_of_it(ana, north_scope):
    draft = keep_draft(KEY, QueryDict("summary=fridge"), by=ana.membership)

    assert b"fridge" not in bytes(Draft.objects.get(pk=draft.pk).sealed)


def test_nobody_else_reads_a_draft_not_even_a_coordinator(ana, ben, north_scope):
    keep_draft(KEY, QueryDict("summary=a"), by=ben.membership)

    assert draft_for(ana.membership, KEY) is None
    assert begun_by(ana.membership) == []


def test_a_draft_moved_to_another_person_does_not_open(ana, ben, north_scope):
    draft = keep_draft(KEY, QueryDict("summary=a"), by=ben.membership)
    Draft.objects.filter(pk=draft.pk).update(membership=ana.membership)

    assert draft_for(ana.membership, KEY) is None


def test_a_draft_is_gone_once_it_was_saved(ana, north_scope):
    keep_draft(KEY, QueryDict("summary=a"), by=ana.membership)

    discard_draft(ana.membership, KEY)

    assert draft_for(ana.membership, KEY) is None


def test_a_form_opens_with_what_was_typed_and_is_not_bound_by_it(ana, north_scope, north_request):
    keep_draft(KEY, QueryDict("summary=a van&day=2026-13&colors=a&colors=c"), by=ana.membership)
    form = NoteForm(initial={"is_open": True})

    draft = with_draft(north_request(), KEY, form)

    assert draft.is_picked_up
    assert not form.is_bound
    assert form.initial == {"summary": "a van", "day": "2026-13", "colors": ["a", "c"], "is_open": False}
    assert "2026-13" in str(form)


def test_a_formset_opens_with_as_many_rows_as_were_typed(ana, north_scope, north_request):
    typed = "form-TOTAL_FORMS=3&form-INITIAL_FORMS=1&form-0-summary=a&form-1-summary=b&form-2-summary=c"
    keep_draft(KEY, QueryDict(typed), by=ana.membership)
    rows = forms.formset_factory(NoteForm, extra=1)(initial=[{"summary": "old"}])

    with_draft(north_request(), KEY, rows)

    assert [row.initial["summary"] for row in rows] == ["a", "b", "c"]


def test_a_form_that_was_sent_is_kept_first(ana, north_scope, north_request):
    form = NoteForm({"summary": "a van"})

    with_draft(north_request("post", {"summary": "a van"}), KEY, form)

    assert draft_for(ana.membership, KEY).urlencode() == "summary=a+van"
    assert form.autosave_url == "/c/north/drafts/save/?key=drafts%3Adraft_list"


def test_drafts_expire_after_thirty_days(ana, north_scope, monkeypatch):
    keep_draft(KEY, QueryDict("summary=a"), by=ana.membership)
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr(timezone, "now", lambda: later)

    assert draft_for(ana.membership, KEY) is None
    assert Draft.objects.expired().count() == 1


def test_the_browser_is_told_when_it_was_saved(client, ana, north):
    client.force_login(ana.user)

    answer = client.post(SAVE, {"summary": "a van"})

    assert answer.status_code == 200
    assert list(answer.json()) == ["saved_at"]
    with coalition_scope(north.pk):
        assert draft_for(ana.membership, KEY).urlencode() == "summary=a+van"


def test_cleo_cannot_save_into_north(client, cleo, north):
    client.force_login(cleo.user)

    assert client.post(SAVE, {"summary": "a"}).status_code == 404


def test_a_form_that_does_not_exist_is_not_saved(client, ana):
    client.force_login(ana.user)

    assert client.post("/c/north/drafts/save/?key=nothing:here", {"summary": "a"}).status_code == 404


def test_more_than_200_kilobytes_are_refused(client, ana):
    client.force_login(ana.user)

    assert client.post(SAVE, {"summary": "a" * 205_000}).status_code == 413


def test_the_list_names_what_was_begun(client, ana, north, monkeypatch):
    monkeypatch.setattr(keys, "FORMS", {})
    register_form(KEY, "A list of things")
    monkeypatch.setattr("ecosystem.drafts.queries.FORMS", keys.FORMS)
    with coalition_scope(north.pk):
        keep_draft(form_key(KEY), QueryDict("summary=a"), by=ana.membership)
    client.force_login(ana.user)

    page = client.get("/c/north/drafts/").content.decode()

    assert "A list of things" in page
    assert "Discard" in page


def test_a_draft_can_be_discarded(client, ana, north):
    with coalition_scope(north.pk):
        keep_draft(KEY, QueryDict("summary=a"), by=ana.membership)
    client.force_login(ana.user)

    answer = client.post(f"/c/north/drafts/discard/?key={KEY}")

    assert answer["Location"] == "/c/north/drafts/"
    with coalition_scope(north.pk):
        assert Draft.objects.count() == 0
