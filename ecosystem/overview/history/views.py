"""What happened to a record, bringing back, and what was removed lately."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.apps import apps
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.accounts.models import Membership
from ecosystem.history import actions
from ecosystem.history.stories import event_model, story_of
from ecosystem.threads import removed
from ecosystem.threads.happened import past_of, who
from ecosystem.threads.kinds import KINDS, Kind, kind_of
from ecosystem.ui.toasts import say

LONGEST_NUMBER = 19  # digits of a bigint


def _tracked_kind(key: str) -> Kind:
    kind = KINDS.get(key)
    if kind is None or event_model(kind.model) is None:
        raise Http404
    return kind


def _may_edit(membership: Membership, model: type[models.Model]) -> bool:
    rule = story_of(model).may_edit
    return rule(membership) if rule else membership.sees_everything


@require_GET
@members(any_member)
def record(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    known, slug = _tracked_kind(kind), request.membership.coalition.slug
    found = get_object_or_404(known.seen_by(request.membership), pk=pk)
    past = past_of(found, before=_before(request))
    here = reverse("history:record", args=[slug, kind, pk])
    may_edit = _may_edit(request.membership, known.model)
    context = {
        "record": found,
        "record_url": known.url(found, slug),
        "told": [(entry, who(entry, past.names)) for entry in past.entries],
        "time_zone": request.membership.coalition.time_zone,
        "bring_back_url": reverse("history:bring_back", args=[slug, kind, pk]) if may_edit else "",
        "older": f"{here}?{urlencode({'before': past.older.isoformat()})}" if past.older else "",
    }
    return render(request, "history/record.html", context)


def _before(request: MemberRequest) -> datetime | None:
    """The page's place; anything that is no moment means the beginning."""
    try:
        moment = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None


@require_POST
@members(any_member)
def bring_back(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    known = _tracked_kind(kind)
    found = get_object_or_404(known.seen_by(request.membership), pk=pk)
    if not _may_edit(request.membership, known.model):
        raise PermissionDenied
    event = request.POST.get("event", "")
    try:
        actions.bring_back_version(found, _number(event), by=request.membership)
        say(request, _("It says again what it said then."))
    except actions.CannotBringBackError:
        messages.error(request, _("This version cannot be brought back: something that it names is gone."))
    return redirect("history:record", request.membership.coalition.slug, kind, pk)


def _number(typed: str) -> int:
    """An event's number, or 0 where it cannot be one."""
    return int(typed) if typed.isdecimal() and len(typed) < LONGEST_NUMBER else 0


@require_POST
@members(any_member)
def restore(request: MemberRequest, model_label: str, pk: UUID) -> HttpResponse:
    model, slug = _model(model_label), request.membership.coalition.slug
    if not removed.may_restore(request.membership, model, pk):
        raise Http404
    try:
        found = actions.restore(model, pk, by=request.membership)
    except actions.CannotBringBackError:
        messages.error(
            request, _("It cannot be brought back: it is here already, or something like it was added since.")
        )
        return redirect("history:recently_removed", slug)
    say(request, _("It is back, with all that belonged to it."))
    return redirect(_page_of(found, slug))


def _model(label: str) -> type[models.Model]:
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if not getattr(model, "is_tracked", False):
        raise Http404
    return model


def _page_of(found: Any, slug: str) -> str:
    """The record's own page, or that of what it belongs to."""
    owners = (field for field in found._meta.local_concrete_fields if isinstance(field, models.ForeignKey))
    parents = (getattr(found, field.name) for field in owners if field.remote_field.on_delete is models.CASCADE)
    for candidate in (found, *parents):
        if candidate is not None and (kind := kind_of(candidate)):
            return kind.url(candidate, slug) or reverse("history:record", args=[slug, kind.key, candidate.pk])
    return reverse("history:recently_removed", args=[slug])


@require_GET
@members(any_member)
def recently_removed(request: MemberRequest) -> HttpResponse:
    return render(request, "history/recently_removed.html", {"removed": removed.recently_removed(request.membership)})
