"""A group: its page, adding it with a first resource, editing, taking it away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.drafts.actions import discard_draft
from ecosystem.drafts.forms import with_draft
from ecosystem.drafts.keys import form_key
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import organizations as actions
from mapping.actions.groups import begin_group, hold_group, write_group
from mapping.actions.keeping.restoring import TooLateError, restore_removed
from mapping.forms.organizations import OrganizationQuickForm
from mapping.models import Organization
from mapping.queries.duplicates import possible_duplicates
from mapping.queries.organization_page import organization_page
from mapping.views.group_pages import group_form, group_page


@require_GET
@members(rules.can_see_map)
def organization_detail(request: MemberRequest, pk: UUID) -> HttpResponse:
    try:
        page = organization_page(pk, request.membership)
    except Organization.DoesNotExist:
        raise Http404 from None
    context = {"page": page, "organization": page.organization, "can_edit": rules.can_edit_map(request.membership)}
    return render(request, "mapping/organization/organization_detail.html", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def organization_add(request: MemberRequest) -> HttpResponse:
    """A group and the first thing it offers. Groups of a like name are shown before a second one is made."""
    slug = request.membership.coalition.slug
    form = OrganizationQuickForm(request.POST or None, initial={"name": request.GET.get("name", "")})
    form.fields["name"].widget.attrs |= _looks_for_likes(reverse("mapping:organization_like", args=[slug]))
    possible = possible_duplicates(request.POST.get("name", ""))
    if form.is_valid() and (form.cleaned_data["is_another"] or not possible):
        organization, resource = begin_group(by=request.membership, **form.begun())
        say(request, _("“%(name)s” is on the map.") % {"name": organization.name})
        if resource and "more" in request.POST:
            return redirect("mapping:resource_edit", slug, resource.pk)
        return redirect("mapping:organization_detail", slug, organization.pk)
    context = {"form": form, "possible": possible}
    return render(request, "mapping/organization/organization_add.html", context, status=422 if form.is_bound else 200)


@require_GET
@members(rules.can_edit_map)
def organization_like(request: MemberRequest) -> HttpResponse:
    """Groups whose names are like the one that is being typed."""
    context = {"possible": possible_duplicates(request.GET.get("name", ""))}
    return render(request, "mapping/organization/organization_add.html#alike", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def organization_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    organization, slug = get_object_or_404(Organization, pk=pk), request.membership.coalition.slug
    form = group_form(organization, request.POST or None)
    draft = with_draft(request, form_key("mapping:organization_edit", pk), *form.all_forms)
    form.cancel_url = reverse("mapping:organization_detail", args=[slug, pk])
    if form.is_bound:
        hold_group(organization)
        if form.is_valid() and not form.is_overtaken:
            write_group(organization, by=request.membership, **form.written())
            discard_draft(request.membership, draft.key)
            say(request, _("“%(name)s” is saved.") % {"name": form.cleaned_data["name"]})
            return redirect(form.cancel_url)
    conflicts = form.conflicts() if form.is_bound and form.is_valid() else []
    return group_page(request, form, draft=draft, conflicts=conflicts)


@require_POST
@members(rules.can_edit_map)
def organization_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    organization, slug = get_object_or_404(Organization, pk=pk), request.membership.coalition.slug
    try:
        actions.remove_organization(organization, by=request.membership)
    except actions.OthersBelongToItError:
        say(request, _("Other groups are part of it. Let go of them first."))
        return redirect("mapping:organization_detail", slug, pk)
    undo = reverse("mapping:organization_restore", args=[slug, pk])
    say(request, _("“%(name)s” is off the map, with all it offers.") % {"name": organization.name}, undo_url=undo)
    return redirect("mapping:sheet", slug)


@require_POST
@members(rules.can_edit_map)
def organization_restore(request: MemberRequest, pk: UUID) -> HttpResponse:
    try:
        restore_removed("organization", pk, by=request.membership)
    except TooLateError:
        raise Http404 from None
    say(request, _("It is back, as it was."))
    return redirect("mapping:organization_detail", request.membership.coalition.slug, pk)


def _looks_for_likes(url: str) -> dict[str, str]:
    return {"hx-get": url, "hx-trigger": "input changed delay:400ms", "hx-target": "#alike", "hx-swap": "outerHTML"}
