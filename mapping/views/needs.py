"""Pages of a need: look, state, change in parts, close, remove."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.drafts.actions import discard_draft
from ecosystem.drafts.forms import FormDraft, with_draft
from ecosystem.drafts.keys import form_key
from ecosystem.threads.slots import filled_slot
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import needs as actions
from mapping.actions.arranging.questions import answer_questions
from mapping.actions.keeping.restoring import TooLateError, restore_removed
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.arranging.questions import OwnQuestionsForm
from mapping.forms.needs import CloseForm, NeedAddForm, NeedForm
from mapping.models import Area, Need, Subject
from mapping.queries.needs import need_page, needs_with_names
from mapping.views.parts import next_part, page_of, part_links


@require_GET
@members(rules.can_see_map)
def need_detail(request: MemberRequest, pk: UUID) -> HttpResponse:
    need = get_object_or_404(needs_with_names(), pk=pk)
    context = {
        "page": need_page(need),
        "need": need,
        "decisions": filled_slot("need_decisions", [need], request.membership)[need.pk],
        **_ways(request, need),
    }
    return render(request, "mapping/need/need_detail.html", context)


def _ways(request: MemberRequest, need: Need) -> dict[str, Any]:
    """What may be done here, with addresses; empty ones where nothing may."""
    may, args = rules.can_edit_map(request.membership), [request.membership.coalition.slug, need.pk]
    return {
        "can_edit": may,
        "match_url": reverse("mapping:match_add", args=args) if may and not need.closed_at else "",
        "edit_url": reverse("mapping:need_edit", args=args) if may else "",
        "own_url": reverse("mapping:need_edit", args=[*args, "own"]) if may else "",
    }


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def need_add(request: MemberRequest) -> HttpResponse:
    slug = request.membership.coalition.slug
    initial = {name: request.GET[name] for name in ("area", "summary", "urgency") if name in request.GET}
    form = NeedAddForm(request.POST or None, initial=initial)
    draft = with_draft(request, form_key("mapping:need_add"), form)
    form.cancel_url = reverse("mapping:need_list", args=[slug])
    if form.is_valid():
        form.cleaned_data.pop("version")
        need = actions.add_need(by=request.membership, **form.cleaned_data)
        discard_draft(request.membership, draft.key)
        say(request, _("It is on the sheet. Where and for whom? This can wait, too."))
        return redirect("mapping:need_edit", slug, need.pk, "who")
    context = {"form": form, "draft": draft, "has_areas": Area.objects.in_use().exists()}
    return render(request, "mapping/need/need_add.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def need_edit(request: MemberRequest, pk: UUID, part: str = "what") -> HttpResponse:
    need = get_object_or_404(Need, pk=pk)
    if part == "own":
        return _edit_own(request, need)
    form = NeedForm(request.POST or None, instance=need, part=part)
    draft = with_draft(request, form_key("mapping:need_edit", pk, part), form)
    changed = None
    if form.is_valid():
        try:
            actions.edit_need(need, by=request.membership, **form.cleaned_data)
            discard_draft(request.membership, draft.key)
            return redirect(next_part(request, need, part))
        except ChangedMeanwhileError as error:
            changed = form.meet(error.row)
    return _part_page(request, need, part, form, draft, changed)


def _edit_own(request: MemberRequest, need: Need) -> HttpResponse:
    form = OwnQuestionsForm(request.POST or None, subject=Subject.NEED, record=need)
    draft = with_draft(request, form_key("mapping:need_edit", need.pk, "own"), form)
    if request.method == "POST" and form.is_valid():
        answer_questions(need, answers=form.given(), by=request.membership)
        discard_draft(request.membership, draft.key)
        return redirect(next_part(request, need, "own"))
    return _part_page(request, need, "own", form, draft, None)


def _part_page(
    request: MemberRequest, need: Need, part: str, form: Any, draft: FormDraft, changed: Any
) -> HttpResponse:
    form.helper.form_tag, form.helper.disable_csrf, form.autosave_url = False, True, ""
    context = {"form": form, "need": need, "changed": changed, "draft": draft, **part_links(request, need, part)}
    return render(request, "mapping/need/need_edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def need_close(request: MemberRequest, pk: UUID) -> HttpResponse:
    need = get_object_or_404(Need.objects.open(), pk=pk)
    slug = request.membership.coalition.slug
    form = CloseForm(request.POST or None)
    form.cancel_url = reverse("mapping:need_detail", args=[slug, pk])
    if form.is_valid():
        actions.close_need(need, by=request.membership, **form.cleaned_data)
        say(request, _("The need is closed."), undo_url=reverse("mapping:need_reopen", args=[slug, pk]))
        return redirect("mapping:need_detail", slug, pk)
    context = {"form": form, "need": need}
    return render(request, "mapping/need/need_close.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def need_reopen(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.reopen_need(get_object_or_404(Need, pk=pk), by=request.membership)
    say(request, _("The need is open again."))
    return redirect("mapping:need_detail", request.membership.coalition.slug, pk)


@require_POST
@members(rules.can_edit_map)
def need_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    slug = request.membership.coalition.slug
    need = get_object_or_404(Need, pk=pk)
    actions.remove_need(need, by=request.membership)
    undo = reverse("mapping:removed_restore", args=[slug, "need", pk])
    say(request, _("“%(need)s” is gone. It can be brought back for 30 days.") % {"need": need}, undo_url=undo)
    return redirect("mapping:need_list", slug)


@require_POST
@members(rules.can_edit_map)
def removed_restore(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    """Undo of every removal on these pages."""
    slug = request.membership.coalition.slug
    try:
        row = restore_removed(kind, pk, by=request.membership)
    except TooLateError:
        messages.error(request, _("This can no longer be brought back, or it is back already."))
        return redirect("mapping:need_list", slug)
    say(request, _("It is back."))
    return redirect(page_of(row, slug))
