"""Pages of the coalition's areas."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from ecosystem.ui.ways import first_url
from mapping import rules
from mapping.actions.arranging import areas as actions
from mapping.actions.arranging.ordering import place_in
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.arranging.areas import AreaForm
from mapping.models import Area
from mapping.queries.areas import areas_with_counts, beginning, starters
from mapping.views.parts import arranging


@require_GET
@members(rules.can_see_map)
def area_list(request: MemberRequest) -> HttpResponse:
    areas = list(areas_with_counts())
    context = {
        "areas": [area for area in areas if not area.retired_at],
        "retired": [area for area in areas if area.retired_at],
        "starters": starters("areas"),
        **arranging(request, "mapping:area_add"),
    }
    return render(request, "mapping/area/area_list.html", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def area_add(request: MemberRequest) -> HttpResponse:
    form = AreaForm(request.POST or None)
    form.cancel_url = _list_url(request)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("name", "tone")}
        area = actions.add_area(by=request.membership, **values)
        say(request, _("%(area)s is on the sheet.") % {"area": area})
        return redirect(form.cancel_url)
    return render(request, "mapping/area/area_add.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def area_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    area = get_object_or_404(Area, pk=pk)
    form = AreaForm(request.POST or None, row=area)
    form.cancel_url = _list_url(request)
    if form.is_valid():
        try:
            actions.edit_area(area, by=request.membership, **form.cleaned_data)
            return redirect(form.cancel_url)
        except ChangedMeanwhileError as changed:
            form.add_error(None, _("Somebody else changed it to “%(row)s” meanwhile.") % {"row": changed.row})
    context = {"form": form, "area": area}
    return render(request, "mapping/area/area_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_arrange_map)
def area_move(request: MemberRequest, pk: UUID) -> HttpResponse:
    area = get_object_or_404(Area.objects.in_use(), pk=pk)
    if (to := place_in(request.POST.get("to", ""))) is not None:
        actions.move_area(area, to=to, by=request.membership)
    return redirect(f"{_list_url(request)}#area-{area.pk}")


@require_POST
@members(rules.can_arrange_map)
def area_retire(request: MemberRequest, pk: UUID) -> HttpResponse:
    area = get_object_or_404(Area, pk=pk)
    actions.retire_area(area, by=request.membership)
    undo = reverse("mapping:area_bring_back", args=[request.membership.coalition.slug, area.pk])
    say(request, _("%(area)s is off the sheet. What lies in it is kept.") % {"area": area}, undo_url=undo)
    return redirect(_list_url(request))


@require_POST
@members(rules.can_arrange_map)
def area_bring_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    area = get_object_or_404(Area, pk=pk)
    actions.bring_back_area(area, by=request.membership)
    return redirect(_list_url(request))


@require_POST
@members(rules.can_arrange_map)
def area_starters(request: MemberRequest) -> HttpResponse:
    added = actions.add_starter_areas(by=request.membership, keys=request.POST.getlist("keys"))
    say(request, _("%(count)s areas are on the sheet. Change their words as you like.") % {"count": len(added)})
    slug = request.membership.coalition.slug
    return redirect("mapping:map_setup" if "setup" in request.POST else "mapping:area_list", slug)


@require_GET
@members(rules.can_arrange_map)
def map_setup(request: MemberRequest) -> HttpResponse:
    begun, slug = beginning(), request.membership.coalition.slug
    context = {
        "begun": begun,
        "starters": starters("areas" if begun.next_step == "areas" else "populations"),
        "import_url": first_url(["imports:import_list"], slug) if rules.can_import(request.membership) else "",
        "group_url": first_url(["mapping:organization_add"], slug),
        "fill_tone": "main" if begun.next_step == "fill" and not begun.resources else "plain",
    }
    return render(request, "mapping/area/map_setup.html", context)


def _list_url(request: MemberRequest) -> str:
    return reverse("mapping:area_list", args=[request.membership.coalition.slug])
