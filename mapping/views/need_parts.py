"""Evidence, what filling a need takes, and what answers it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import need_parts as actions
from mapping.forms.needs import EvidenceForm, LinkForm, TakeForm
from mapping.models import Evidence, Need, NeedMatch, Resource, Take
from mapping.queries.needs import resources_called


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def evidence_add(request: MemberRequest, pk: UUID) -> HttpResponse:
    need = get_object_or_404(Need, pk=pk)
    form = EvidenceForm(request.POST or None)
    form.cancel_url = _need_url(request, pk)
    if form.is_valid():
        actions.add_evidence(need, by=request.membership, **form.cleaned_data)
        return redirect(f"{form.cancel_url}#evidence")
    status = 422 if form.is_bound else 200
    return render(request, "mapping/need/evidence_add.html", {"form": form, "need": need}, status=status)


@require_POST
@members(rules.can_edit_map)
def evidence_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    evidence = get_object_or_404(Evidence, pk=pk)
    actions.remove_evidence(evidence, by=request.membership)
    return _gone(request, "evidence", pk, evidence.need_id)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def take_add(request: MemberRequest, pk: UUID) -> HttpResponse:
    need = get_object_or_404(Need, pk=pk)
    form = TakeForm(request.POST or None)
    form.cancel_url = _need_url(request, pk)
    if form.is_valid():
        actions.add_take(need, by=request.membership, **form.values())
        return redirect(f"{form.cancel_url}#takes")
    status = 422 if form.is_bound else 200
    return render(request, "mapping/need/take_add.html", {"form": form, "need": need}, status=status)


@require_POST
@members(rules.can_edit_map)
def take_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    take = get_object_or_404(Take, pk=pk)
    actions.remove_take(take, by=request.membership)
    return _gone(request, "take", pk, take.need_id)


@require_GET
@members(rules.can_edit_map)
def match_add(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Look for what answers the need; htmx shows the findings as one types."""
    need = get_object_or_404(Need, pk=pk)
    words = request.GET.get("q", "")
    context = {"need": need, "words": words, "found": resources_called(words, need)}
    partial = "#found" if request.htmx else ""  # type: ignore[attr-defined] # put there by the middleware
    return render(request, f"mapping/need/match_add.html{partial}", context)


@require_POST
@members(rules.can_edit_map)
def match_link(request: MemberRequest, pk: UUID, resource_pk: UUID) -> HttpResponse:
    need = get_object_or_404(Need, pk=pk)
    resource = get_object_or_404(Resource, pk=resource_pk)
    form = LinkForm(request.POST)
    if form.is_valid():
        actions.link_resource(need, resource=resource, by=request.membership, **form.cleaned_data)
        say(request, _("%(resource)s is linked.") % {"resource": resource})
    return redirect(f"{_need_url(request, pk)}#matches")


@require_POST
@members(rules.can_edit_map)
def match_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    match = get_object_or_404(NeedMatch, pk=pk)
    actions.unlink_resource(match, by=request.membership)
    return _gone(request, "needmatch", pk, match.need_id)


def _gone(request: MemberRequest, kind: str, pk: UUID, need_id: UUID) -> HttpResponse:
    undo = reverse("mapping:removed_restore", args=[request.membership.coalition.slug, kind, pk])
    say(request, _("It is gone."), undo_url=undo)
    return redirect(_need_url(request, need_id))


def _need_url(request: MemberRequest, pk: UUID) -> str:
    return reverse("mapping:need_detail", args=[request.membership.coalition.slug, pk])
