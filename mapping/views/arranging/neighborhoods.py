"""Pages of neighborhoods and populations: where, and for whom."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions.arranging import neighborhoods as actions
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.arranging.areas import NeighborhoodForm, PopulationForm
from mapping.models import Neighborhood, Population
from mapping.queries.areas import neighborhoods_nested, populations_with_counts, starters
from mapping.views.parts import arranging


@require_GET
@members(rules.can_see_map)
def neighborhood_list(request: MemberRequest) -> HttpResponse:
    context = {"nested": neighborhoods_nested(), **arranging(request, "mapping:neighborhood_add")}
    return render(request, "mapping/neighborhood/neighborhood_list.html", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def neighborhood_add(request: MemberRequest) -> HttpResponse:
    form = NeighborhoodForm(request.POST or None)
    form.cancel_url = _list_url(request, "neighborhood")
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("name", "parent", "zip_codes")}
        added = actions.add_neighborhood(by=request.membership, **values)
        say(request, _("%(name)s is on the map. Add the next one, or go on.") % {"name": added})
        return redirect("mapping:neighborhood_add", request.membership.coalition.slug)
    status = 422 if form.is_bound else 200
    return render(request, "mapping/neighborhood/neighborhood_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def neighborhood_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    neighborhood = get_object_or_404(Neighborhood, pk=pk)
    form = NeighborhoodForm(request.POST or None, row=neighborhood)
    form.cancel_url = _list_url(request, "neighborhood")
    if form.is_valid():
        try:
            actions.edit_neighborhood(neighborhood, by=request.membership, **form.cleaned_data)
            return redirect(form.cancel_url)
        except ChangedMeanwhileError as changed:
            form.add_error(None, _("Somebody else changed it to “%(row)s” meanwhile.") % {"row": changed.row})
    context = {"form": form, "neighborhood": neighborhood}
    status = 422 if form.is_bound else 200
    return render(request, "mapping/neighborhood/neighborhood_edit.html", context, status=status)


@require_POST
@members(rules.can_arrange_map)
def neighborhood_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    neighborhood = get_object_or_404(Neighborhood, pk=pk)
    _remove(request, actions.remove_neighborhood, neighborhood)
    return redirect("mapping:neighborhood_list", request.membership.coalition.slug)


@require_GET
@members(rules.can_see_map)
def population_list(request: MemberRequest) -> HttpResponse:
    context = {
        "populations": populations_with_counts(),
        "starters": starters("populations"),
        **arranging(request, "mapping:population_add"),
    }
    return render(request, "mapping/population/population_list.html", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def population_add(request: MemberRequest) -> HttpResponse:
    form = PopulationForm(request.POST or None)
    form.cancel_url = _list_url(request, "population")
    if form.is_valid():
        actions.add_population(by=request.membership, name=form.cleaned_data["name"])
        return redirect(form.cancel_url)
    status = 422 if form.is_bound else 200
    return render(request, "mapping/population/population_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def population_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    population = get_object_or_404(Population, pk=pk)
    form = PopulationForm(request.POST or None, row=population)
    form.cancel_url = _list_url(request, "population")
    if form.is_valid():
        try:
            actions.edit_population(population, by=request.membership, **form.cleaned_data)
            return redirect(form.cancel_url)
        except ChangedMeanwhileError as changed:
            form.add_error(None, _("Somebody else changed it to “%(row)s” meanwhile.") % {"row": changed.row})
    context = {"form": form, "population": population}
    status = 422 if form.is_bound else 200
    return render(request, "mapping/population/population_edit.html", context, status=status)


@require_POST
@members(rules.can_arrange_map)
def population_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    _remove(request, actions.remove_population, get_object_or_404(Population, pk=pk))
    return redirect("mapping:population_list", request.membership.coalition.slug)


@require_POST
@members(rules.can_arrange_map)
def population_starters(request: MemberRequest) -> HttpResponse:
    added = actions.add_starter_populations(by=request.membership, keys=request.POST.getlist("keys"))
    say(request, _("%(count)s added. Change their words as you like.") % {"count": len(added)})
    slug = request.membership.coalition.slug
    return redirect("mapping:map_setup" if "setup" in request.POST else "mapping:population_list", slug)


def _remove(request: MemberRequest, remove: Callable[..., None], row: Neighborhood | Population) -> None:
    """Removes what nothing speaks of, with a way back; otherwise says why not."""
    pk, kind, slug = row.pk, row._meta.model_name or "", request.membership.coalition.slug
    try:
        remove(row, by=request.membership)
    except actions.InUseError:
        messages.error(request, _("Something on the map still speaks of %(name)s. It stays.") % {"name": row})
    else:
        say(
            request,
            _("%(name)s is gone.") % {"name": row},
            undo_url=reverse("mapping:removed_restore", args=[slug, kind, pk]),
        )


def _list_url(request: MemberRequest, noun: str) -> str:
    return reverse(f"mapping:{noun}_list", args=[request.membership.coalition.slug])
