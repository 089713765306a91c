"""One's own sheet: seen by that person alone, until they merge it into ours."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import own_sheet as actions
from mapping.forms.merge import MergeForm
from mapping.forms.sheet import ChipForm, OwnMoveForm
from mapping.models import OwnChip, Side
from mapping.queries.sheets import own as queries


@never_cache
@require_GET
@members(rules.can_edit_map)
def own_sheet(request: MemberRequest) -> HttpResponse:
    rows = queries.own_sheet(request.membership)
    count = sum(len(row.existing) + len(row.needed) for row in rows)
    context = {"rows": rows, "chip_count": count}
    return render(request, "mapping/own_sheet/own_sheet.html", context)


@require_POST
@members(rules.can_edit_map)
def own_chip_add(request: MemberRequest) -> HttpResponse:
    """Type, Enter, next. Nothing of the words goes into a message or an address."""
    side = "needed" if request.POST.get("side") == Side.NEEDED else "existing"
    form = ChipForm(request.POST, side=side)
    if form.is_valid():
        given = form.cleaned_data
        actions.add_own_chip(area=given["area"], side=given["side"], words=given["words"], by=request.membership)
        return redirect(f"{_home(request)}#add-{side}-{given['area'].pk}")
    return render(request, "mapping/own_sheet/own_chip_add.html", {"form": form}, status=422)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def own_chip_move(request: MemberRequest, pk: UUID) -> HttpResponse:
    chip = get_object_or_404(OwnChip.objects.of(request.membership), pk=pk)
    form = OwnMoveForm(request.POST or None, initial={"to": f"{chip.side}:{chip.area_id}"})
    if form.is_valid():
        side, area = form.cleaned_data["to"]
        actions.move_own_chip(chip, area=area, side=side, by=request.membership)
        return redirect(f"{_home(request)}#own-{area.pk}")
    words = queries.opened(request.membership, [chip])[chip.pk]
    context = {"form": form, "words": words}
    return render(request, "mapping/own_sheet/own_chip_move.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def own_chip_delete(request: MemberRequest, pk: UUID) -> HttpResponse:
    chip = get_object_or_404(OwnChip.objects.of(request.membership), pk=pk)
    actions.delete_own_chip(chip, by=request.membership)
    return redirect(f"{_home(request)}#own-{chip.area_id}")


@require_POST
@members(rules.can_edit_map)
def own_names(request: MemberRequest) -> HttpResponse:
    """Options for what is being typed. By POST: what a person types privately belongs in no log of addresses."""
    names = queries.suggestions(request.POST.get("words", ""))
    return render(request, "mapping/own_sheet/own_names.html", {"names": names})


@never_cache
@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def own_sheet_merge(request: MemberRequest) -> HttpResponse:
    form = MergeForm(request.POST or None, lines=queries.lined_up(request.membership))
    if form.is_bound and form.is_valid():
        merged = actions.merge_own_sheet(form.choices(), by=request.membership)
        say(request, _merged_words(merged))
        return redirect("mapping:sheet", request.membership.coalition.slug)
    form.cancel_url = _home(request)
    status = 422 if form.is_bound else 200
    return render(request, "mapping/own_sheet/own_sheet_merge.html", {"form": form}, status=status)


def _merged_words(merged: actions.Merged) -> str:
    if not merged.count:
        return _("Nothing was merged. Your sheet is as it was.")
    words = ngettext("%(count)s chip is in ours now.", "%(count)s chips are in ours now.", merged.count)
    return words % {"count": merged.count}


def _home(request: MemberRequest) -> str:
    return reverse("mapping:own_sheet", args=[request.membership.coalition.slug])
