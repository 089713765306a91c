"""The ecosystem sheet: look, add in a row, arrange."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import sheet as actions
from mapping.actions.organizations import StateBodyOffersNothingError
from mapping.forms.sheet import ChipForm, MoveForm
from mapping.models import Area, Need, Resource, Side
from mapping.queries.sheets.filters import FILTERS, Filter, filter_named
from mapping.queries.sheets.ours import sheet as whole_sheet


@require_GET
@members(rules.can_see_map)
def sheet(request: MemberRequest) -> HttpResponse:
    return render(request, "mapping/sheet/sheet.html", _sheet_context(request))


def _sheet_context(request: MemberRequest) -> dict[str, Any]:
    chosen, can_edit = filter_named(request.GET.get("show", "")), rules.can_edit_map(request.membership)
    found = whole_sheet(chosen)
    tabs = [(name, *FILTERS[name], found.counts[name]) for name in _filters(request)]
    return {
        "sheet": found,
        "tabs": tabs,
        "chosen": chosen,
        "can_edit": can_edit,
        "is_arranging": can_edit and "arrange" in request.GET,
        "adding": "",
    }


def _filters(request: MemberRequest) -> list[Filter]:
    """Where a coalition works in one language, that something speaks only one says nothing."""
    is_many = len(request.membership.coalition.languages) > 1
    return [name for name in FILTERS if is_many or name is not Filter.LANGUAGE]


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def sheet_add(request: MemberRequest) -> HttpResponse:
    """A few words into a row. By htmx the row comes back with the field open for the next; without it, the sheet."""
    given = request.POST or request.GET
    side = str(Side(given["side"])) if given.get("side") in Side.values else str(Side.EXISTING)
    form = ChipForm(request.POST or None, side=side, initial={"side": side, "area": given.get("area")})
    is_put = form.is_valid() and _put(form, request)
    area = form.cleaned_data.get("area") if form.is_bound else None
    is_part = request.headers.get("HX-Request") == "true"
    if is_part and area:
        return _row(request, area, side, None if is_put else form)
    if is_put and area:
        say(request, _("It is on the sheet. Add the next one, or open it to say more."))
        return redirect(f"{request.path}?side={side}&area={area.pk}")
    context = {"form": form, "side": side, "area_id": given.get("area", "")}
    template = f"mapping/sheet/sheet_add.html{'#adder' if is_part else ''}"
    return render(request, template, context, status=422 if form.is_bound else 200)


def _put(form: ChipForm, request: MemberRequest) -> bool:
    put = actions.put_existing if form.cleaned_data["side"] == Side.EXISTING else actions.put_needed
    try:
        put(area=form.cleaned_data["area"], words=form.cleaned_data["words"], by=request.membership)
    except StateBodyOffersNothingError:
        form.add_error("words", _("This is a state body. It can be drawn among relations, but it is never a resource."))
    return form.is_valid()


def _row(request: MemberRequest, area: Area, side: str, wrong: ChipForm | None) -> HttpResponse:
    context = _sheet_context(request)
    context["row"] = next(row for row in context["sheet"].rows if row.area == area)
    context["form"] = wrong or ChipForm(side=side, initial={"side": side, "area": area.pk})
    context |= {"adding": side, "side": side, "area_id": area.pk}
    return render(request, "mapping/sheet/row.html", context, status=422 if wrong else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def sheet_move(request: MemberRequest, kind: str, pk: UUID) -> HttpResponse:
    """Move a chip to another area: what a drop sends, and a page of its own without a pointer or script."""
    model: Any = Resource if kind == "resource" else Need
    thing = get_object_or_404(model, pk=pk)
    form = MoveForm(request.POST or None)
    slug = request.membership.coalition.slug
    if form.is_valid():
        _move(thing, form.cleaned_data["to"], request)
        say(request, _("Moved to %(area)s.") % {"area": form.cleaned_data["to"]})
        response = redirect("mapping:sheet", slug)
        response["Location"] += f"?arrange=1#area-{form.cleaned_data['to'].pk}"
        return response
    context = {"form": form, "thing": thing, "leaves": request.GET.get("from", "")}
    return render(request, "mapping/sheet/sheet_move.html", context, status=422 if form.is_bound else 200)


def _move(thing: Resource | Need, area: Area, request: MemberRequest) -> None:
    if isinstance(thing, Need):
        actions.place_need(thing, area=area, by=request.membership)
        return
    left = request.POST.get("from", "")
    leaves = next((one for one in Area.objects.all() if str(one.pk) == left), None)
    actions.place_resource(thing, area=area, instead_of=leaves, by=request.membership)
