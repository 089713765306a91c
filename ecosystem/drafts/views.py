"""Drafts save themselves, are listed, and are let go."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.drafts.actions import discard_draft, keep_draft
from ecosystem.drafts.keys import page_url, record_pair
from ecosystem.drafts.models import KEY_LENGTH
from ecosystem.drafts.queries import begun_by
from ecosystem.threads.kinds import KINDS
from ecosystem.ui.toasts import say

MOST_BYTES = 200 * 1024


@require_POST
@members(any_member)
def save(request: MemberRequest) -> HttpResponse:
    """What `eco-autosave` posts to. It is kept even when somebody else changed the record meanwhile (409 says so)."""
    key = request.GET.get("key", "")
    if int(request.META.get("CONTENT_LENGTH") or 0) > MOST_BYTES:
        return JsonResponse({"error": "too long"}, status=413)
    if not 0 < len(key) <= KEY_LENGTH or not page_url(key, request.membership.coalition.slug):
        return JsonResponse({"error": "no such form"}, status=404)
    draft = keep_draft(key, request.POST, by=request.membership)
    draft.refresh_from_db(fields=["updated_at"])
    status = 409 if _was_changed(request, key, draft.seen_version) else 200
    return JsonResponse({"saved_at": draft.updated_at.isoformat()}, status=status)


def _was_changed(request: MemberRequest, key: str, seen_version: int | None) -> bool:
    pair = record_pair(key)
    if seen_version is None or pair is None or pair[0] not in KINDS:
        return False
    rows = KINDS[pair[0]].seen_by(request.membership).filter(pk=pair[1])
    return rows.exclude(version=seen_version).exists()


@require_POST
@members(any_member)
def discard(request: MemberRequest) -> HttpResponse:
    key, slug = request.GET.get("key", ""), request.membership.coalition.slug
    discard_draft(request.membership, key)
    say(request, _("The draft is gone."))
    return redirect(page_url(key, slug) or "drafts:draft_list", *([] if page_url(key, slug) else [slug]))


@require_GET
@members(any_member)
def draft_list(request: MemberRequest) -> HttpResponse:
    return render(request, "drafts/draft_list.html", {"drafts": begun_by(request.membership)})
