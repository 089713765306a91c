"""Lists of groups, resources and needs: filters, pages, saved views."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from ecosystem.ui.ways import first_url
from mapping import rules
from mapping.actions.lists import saved_views as actions
from mapping.forms.lists import SavedViewForm
from mapping.models import SavedView
from mapping.queries.lists import LISTINGS, rows_of
from mapping.queries.lists.paging import PAGE, page_of
from mapping.queries.lists.shown import shown_rows
from mapping.queries.lists.sieve import Sieve, sieve_of
from mapping.queries.lists.vocabulary import vocabulary

PRINTED_AT_MOST = 1000


@require_GET
@members(rules.can_see_map)
def organization_list(request: MemberRequest) -> HttpResponse:
    return _list(request, "organization", "mapping/organization/organization_list.html")


@require_GET
@members(rules.can_see_map)
def resource_list(request: MemberRequest) -> HttpResponse:
    return _list(request, "resource", "mapping/resource/resource_list.html")


@require_GET
@members(rules.can_see_map)
def need_list(request: MemberRequest) -> HttpResponse:
    return _list(request, "need", "mapping/need/need_list.html")


def sieve_for(request: MemberRequest, noun: str, params: Any = None) -> Sieve:
    """What this request asks of the noun's list."""
    known = vocabulary(noun, membership=request.membership)
    return sieve_of(LISTINGS[noun], params if params is not None else request.GET, known)


def _list(request: MemberRequest, noun: str, template: str) -> HttpResponse:
    sieve = sieve_for(request, noun)
    rows, states = rows_of(sieve)
    size = PRINTED_AT_MOST if "print" in request.GET else PAGE
    page = page_of(rows, sieve.sort.fields, request.GET.get("after", ""), size)
    context = {
        "noun": noun,
        "sieve": sieve,
        "rows": shown_rows(noun, page.rows, sieve.vocabulary, states),
        "detail_view": f"mapping:{noun}_detail",
        "bulk_view": f"mapping:{noun}_bulk",
        "more_url": f"?{_with_after(sieve.query, page.after)}" if page.after else "",
        "nothing_yet": f"mapping/{noun}/{noun}_nothing_yet.html",
        "groups": _grouped(sieve),
        **_rights(request, noun),
    }
    response = render(request, _template(request, template), context)
    if request.htmx and "after" not in request.GET:  # type: ignore[attr-defined] # put there by the middleware
        response["HX-Push-Url"] = f"?{sieve.query}"
    return response


def _template(request: MemberRequest, page: str) -> str:
    """The page, or for htmx what changes on it: more rows, or all that lies below the filters."""
    if not request.htmx:  # type: ignore[attr-defined] # put there by the middleware
        return page
    return "mapping/list/more_rows.html" if "after" in request.GET else "mapping/list/results.html"


def _with_after(query: str, after: str) -> str:
    return f"{query}&after={after}" if query else f"after={after}"


def _rights(request: MemberRequest, noun: str) -> dict[str, Any]:
    membership, slug = request.membership, request.membership.coalition.slug
    added = {"need": "mapping:need_add"}.get(noun, "mapping:organization_add")
    return {
        "can_arrange": rules.can_arrange_map(membership),
        "can_export": rules.can_export(membership),
        "add_url": first_url([added], slug) if rules.can_edit_map(membership) else "",
        "import_url": first_url(["imports:import_list"], slug) if rules.can_import(membership) else "",
    }


def _grouped(sieve: Sieve) -> list[tuple[str, str, list[Any], bool]]:
    """The filters by group: (key, heading, (filter, chosen value), whether one is chosen)."""
    headings = {"": "", "access": _("Who can use it"), "brings": _("What it brings in"), "own": _("Our own questions")}
    found = []
    for key, heading in headings.items():
        filters = [one for one in sieve.filters if one.group == key and one.choices]
        pairs = [(one, sieve.chosen.get(one.key, [""])) for one in filters]
        if pairs:
            found.append((key, heading, pairs, any(one.key in sieve.chosen for one in filters)))
    return found


@require_POST
@members(rules.can_see_map)
def view_save(request: MemberRequest, noun: str) -> HttpResponse:
    form = SavedViewForm(request.POST)
    query = ""
    if form.is_valid():
        values = form.cleaned_data
        query = values["query"]
        actions.save_view(by=request.membership, page=noun, **values)
        say(request, _("The view “%(name)s” is kept.") % {"name": values["name"]})
    return redirect(f"{_list_url(request, noun)}?{query}")


@require_POST
@members(rules.can_see_map)
def view_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    view = get_object_or_404(SavedView, pk=pk, membership=request.membership)
    noun = view.page
    actions.remove_view(view, by=request.membership)
    return redirect(_list_url(request, noun))


def _list_url(request: MemberRequest, noun: str) -> str:
    return reverse(f"mapping:{noun}_list", args=[request.membership.coalition.slug])
