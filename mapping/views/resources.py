"""A resource: its page, adding one, checking it again, taking it away."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import resources as actions
from mapping.actions.keeping.restoring import TooLateError, restore_removed
from mapping.actions.sheet import spoken
from mapping.forms.checks import CheckForm
from mapping.forms.organizations import NO_RESOURCES, ResourceStartForm
from mapping.models import Area, Organization, Resource
from mapping.queries.promised import may_open_people
from mapping.queries.resource_page import resource_page
from mapping.views.part_pages import part_links, resource_to_edit


@require_GET
@members(rules.can_see_map)
def resource_detail(request: MemberRequest, pk: UUID) -> HttpResponse:
    try:
        page = resource_page(pk, request.membership)
    except Resource.DoesNotExist:
        raise Http404 from None
    context = {
        "page": page,
        "resource": page.resource,
        "can_edit": rules.can_edit_map(request.membership),
        "may_open_people": may_open_people(page.resource, request.membership),
    }
    return render(request, "mapping/resource/resource_detail.html", context)


@require_GET
@members(rules.can_see_map)
def record_past(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    """What happened to a group or resource: fetched by its page when somebody scrolls that far."""
    model = {"organization": Organization, "resource": Resource}.get(kind)
    if model is None:
        raise Http404
    record = get_object_or_404(model, pk=pk)
    return render(request, "mapping/resource/record_past.html", {"record": record})


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def resource_add(request: MemberRequest) -> HttpResponse:
    """One more thing that a group (`?group=`) offers; without a group that page comes first."""
    slug, group = request.membership.coalition.slug, request.GET.get("group", "")
    if not group:
        return redirect("mapping:organization_add", slug)
    organization = get_object_or_404(Organization, pk=_uuid(group))
    form = ResourceStartForm(request.POST or None)
    form.cancel_url = reverse("mapping:organization_detail", args=[slug, organization.pk])
    if organization.is_state_body:
        say(request, str(NO_RESOURCES))
        return redirect(form.cancel_url)
    if form.is_valid():
        values = {"name": form.cleaned_data["name"], "areas": [UUID(pk) for pk in form.cleaned_data["areas"]]}
        resource = actions.add_resource(organization, by=request.membership, language=spoken(), **values)
        return redirect("mapping:resource_edit", slug, resource.pk)
    context = {"form": form, "organization": organization, "has_areas": Area.objects.in_use().exists()}
    return render(request, "mapping/resource/resource_add.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def resource_check(request: MemberRequest, pk: UUID) -> HttpResponse:
    resource = resource_to_edit(pk)
    form = CheckForm(request.POST or None)
    form.cancel_url = reverse("mapping:resource_detail", args=[request.membership.coalition.slug, pk])
    if form.is_valid():
        actions.check_resource(resource, by=request.membership, **form.cleaned_data)
        say(request, _("Thank you. The date of the check is on its page."))
        return redirect(form.cancel_url)
    context = {"form": form, "resource": resource, "parts": part_links(request, resource)}
    return render(request, "mapping/resource/resource_check.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def resource_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    resource = get_object_or_404(Resource, pk=pk)
    slug, organization_id = request.membership.coalition.slug, resource.organization_id
    actions.remove_resource(resource, by=request.membership)
    say(
        request,
        _("“%(name)s” is off the map.") % {"name": resource.name},
        undo_url=reverse("mapping:resource_restore", args=[slug, pk]),
    )
    return redirect("mapping:organization_detail", slug, organization_id)


@require_POST
@members(rules.can_edit_map)
def resource_restore(request: MemberRequest, pk: UUID) -> HttpResponse:
    try:
        restore_removed("resource", pk, by=request.membership)
    except TooLateError:
        raise Http404 from None
    say(request, _("It is back, as it was."))
    return redirect("mapping:resource_detail", request.membership.coalition.slug, pk)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None
