"""Noting a yes, and taking it back."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.consent import actions
from ecosystem.consent.forms import ConsentForm
from ecosystem.consent.models import Consent, Purpose
from ecosystem.consent.queries import consents_of
from ecosystem.history.stories import story_of
from ecosystem.threads.kinds import KINDS, Kind
from ecosystem.ui.toasts import say


def _asked(request: MemberRequest, key: str, pk: UUID) -> tuple[Kind, Any]:
    """The record, for members who may edit its kind."""
    if (kind := KINDS.get(key)) is None:
        raise Http404
    record = get_object_or_404(kind.seen_by(request.membership), pk=pk)
    rule = story_of(kind.model).may_edit
    if not (rule(request.membership) if rule else request.membership.sees_everything):
        raise PermissionDenied
    return kind, record


@require_http_methods(["GET", "POST"])
@members(any_member)
def consent_give(request: MemberRequest, kind: str, pk: UUID, purpose: str) -> HttpResponse:
    if purpose not in Purpose.values:
        raise Http404
    known, record = _asked(request, kind, pk)
    page = known.url(record, request.membership.coalition.slug)
    form = ConsentForm(request.POST or None)
    form.cancel_url = page
    if form.is_valid():
        actions.give_consent((kind, pk), purpose, by=request.membership, **form.cleaned_data)
        say(request, _("Noted. It can be taken back at any time."))
        return redirect(page)
    standing = consents_of(kind, [pk]).get((pk, purpose))
    context = {
        "form": form,
        "record": record,
        "record_url": page,
        "purpose": Purpose(purpose).label,
        "consent": standing,
    }
    return render(request, "consent/consent_give.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(any_member)
def consent_withdraw(request: MemberRequest, pk: UUID) -> HttpResponse:
    consent = get_object_or_404(Consent.objects.given(), pk=pk)
    known, record = _asked(request, consent.kind, consent.record_id)
    actions.withdraw_consent(consent, by=request.membership)
    say(request, _("Taken back. From now on it is not published."))
    return redirect(known.url(record, request.membership.coalition.slug))
