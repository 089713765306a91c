"""Places of a group."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import places as actions
from mapping.actions.keeping.restoring import TooLateError, restore_removed
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.places import PlaceForm, place_initial
from mapping.models import Organization, Place
from mapping.queries.places import can_open_place, whole_location


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def place_add(request: MemberRequest, pk: UUID) -> HttpResponse:
    organization = get_object_or_404(Organization, pk=pk)
    form = PlaceForm(request.POST or None)
    form.cancel_url = _group_url(request, pk)
    if form.is_valid():
        precision = form.cleaned_data["precision"]
        actions.add_place(organization, by=request.membership, location=form.location(), precision=precision)
        return redirect(form.cancel_url)
    context = {"form": form, "organization": organization}
    return render(request, "mapping/place/place_add.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def place_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A reduced place can be changed only by who may open it: others would write over what they cannot see."""
    place = get_object_or_404(Place.objects.select_related("organization"), pk=pk)
    if place.sealed and not can_open_place(place, request.membership):
        raise PermissionDenied
    initial = place_initial(whole_location(place), place.precision, place.version)
    form = PlaceForm(request.POST or None, initial=initial)
    form.cancel_url = _group_url(request, place.organization_id)
    if form.is_valid():
        given = {"precision": form.cleaned_data["precision"], "version": form.cleaned_data["version"]}
        try:
            actions.edit_place(place, by=request.membership, location=form.location(), **given)
            return redirect(form.cancel_url)
        except ChangedMeanwhileError:
            form.add_error(None, _("Somebody else changed this place meanwhile. Open it anew to see how it is now."))
    context = {"form": form, "place": place}
    return render(request, "mapping/place/place_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def place_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    place = get_object_or_404(Place, pk=pk)
    actions.remove_place(place, by=request.membership)
    undo = reverse("mapping:place_restore", args=[request.membership.coalition.slug, pk])
    say(request, _("The place is off the map."), undo_url=undo)
    return redirect(_group_url(request, place.organization_id))


@require_POST
@members(rules.can_edit_map)
def place_restore(request: MemberRequest, pk: UUID) -> HttpResponse:
    try:
        place = restore_removed("place", pk, by=request.membership)
    except TooLateError:
        say(request, _("It cannot be brought back any more."))
        return redirect("mapping:sheet", request.membership.coalition.slug)
    return redirect(_group_url(request, place.organization_id))  # type: ignore[attr-defined] # it is a Place


def _group_url(request: MemberRequest, pk: UUID) -> str:
    return reverse("mapping:organization_detail", args=[request.membership.coalition.slug, pk])
