"""Forms that are opened again with what was typed: `draft = with_draft(request, key, form)`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.forms import BaseForm, BaseFormSet
from django.http import QueryDict
from django.urls import reverse

from ecosystem.accounts.access import MemberRequest
from ecosystem.drafts.actions import keep_beside
from ecosystem.drafts.models import Draft
from ecosystem.drafts.queries import opened

MOST_ROWS = 1000
LONGEST_NUMBER = 9


@dataclass(frozen=True, slots=True)
class FormDraft:
    """For the form's page: whether it was opened with a draft, and where it saves itself and is discarded."""

    key: str
    saved_at: datetime | None
    autosave_url: str
    discard_url: str

    @property
    def is_picked_up(self) -> bool:
        return self.saved_at is not None


def with_draft(request: MemberRequest, key: str, *forms: "BaseForm | BaseFormSet[Any]") -> FormDraft:
    """Give forms their draft. Call it before `is_valid`; after the action call `discard_draft(membership, key)`.

    Opened (GET), the forms show what was typed last time, as initial values: a form is never bound by a draft, so
    nothing can be saved by merely looking. Sent (POST), what was typed is kept beside the transaction first.
    """
    membership, saved_at = request.membership, None
    if request.method == "POST":
        keep_beside(key, request.POST, by=membership)
    elif draft := Draft.objects.of(membership).filter(key=key).first():
        if (typed := opened(draft, membership)) is not None:
            saved_at = draft.updated_at
            for form in forms:
                fill(form, typed)
    slug, query = membership.coalition.slug, urlencode({"key": key})
    found = FormDraft(
        key=key,
        saved_at=saved_at,
        autosave_url=f"{reverse('drafts:save', args=[slug])}?{query}",
        discard_url=f"{reverse('drafts:discard', args=[slug])}?{query}",
    )
    for form in forms[:1]:
        form.autosave_url = found.autosave_url  # type: ignore[union-attr] # HouseForm has it
    return found


def fill(form: "BaseForm | BaseFormSet[Any]", typed: QueryDict) -> None:
    """Show in an unbound form, or in all rows of a formset, what was typed."""
    if isinstance(form, BaseFormSet):
        rows = typed.get(f"{form.prefix}-TOTAL_FORMS", "")
        if rows.isdecimal() and len(rows) < LONGEST_NUMBER:
            form.extra = max(0, min(int(rows), MOST_ROWS) - form.initial_form_count())
            for row in form.forms:
                fill(row, typed)
        return
    for name, field in form.fields.items():
        html_name = form.add_prefix(name)
        if not field.disabled and not field.widget.value_omitted_from_data(typed, {}, html_name):
            form.initial[name] = field.widget.value_from_datadict(typed, {}, html_name)
