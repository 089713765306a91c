"""A page of a list as a table one can write in: one save, one way back."""

import datetime as dt
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions.lists.bulk import Edited, edit_many, undo_bulk_edit
from mapping.forms.bulk import row_formset
from mapping.queries.lists import rows_of
from mapping.queries.lists.paging import page_of
from mapping.queries.lists.sieve import Sieve
from mapping.views.lists import sieve_for

EPOCH = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def resource_bulk(request: MemberRequest) -> HttpResponse:
    return _bulk(request, "resource")


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def organization_bulk(request: MemberRequest) -> HttpResponse:
    return _bulk(request, "organization")


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def need_bulk(request: MemberRequest) -> HttpResponse:
    return _bulk(request, "need")


def _bulk(request: MemberRequest, noun: str) -> HttpResponse:
    sieve = sieve_for(request, noun)
    if request.method == "POST":
        return _save(request, sieve)
    rows, _states = rows_of(sieve)
    page = page_of(rows, sieve.sort.fields, request.GET.get("after", ""))
    formset = row_formset(noun, page.rows, sieve.vocabulary)
    return _table(request, sieve, formset, page.after)


def _save(request: MemberRequest, sieve: Sieve) -> HttpResponse:
    noun = sieve.listing.noun
    posted = _posted_ids(request)
    rows = {row.pk: row for row in sieve.listing.base().filter(pk__in=posted)}
    formset = row_formset(noun, [rows[pk] for pk in posted if pk in rows], sieve.vocabulary, request.POST)
    if not formset.is_valid():
        return _table(request, sieve, formset, "", status=422)
    edits = [edit for form in formset if (edit := form.edit())]
    done = edit_many(noun, edits=edits, by=request.membership)
    _tell(request, noun, done)
    if done.conflicts:
        return _conflicts(request, sieve, done)
    return redirect(f"{request.path}?{sieve.query}")


def _posted_ids(request: MemberRequest) -> list[UUID]:
    total = request.POST.get("rows-TOTAL_FORMS", "0")
    found = []
    for number in range(min(int(total) if total.isdecimal() and len(total) < 5 else 0, 200)):
        try:
            found.append(UUID(request.POST.get(f"rows-{number}-id", "")))
        except ValueError:
            continue
    return found


def _conflicts(request: MemberRequest, sieve: Sieve, done: Edited) -> HttpResponse:
    """Only the rows that somebody else changed, as they are now."""
    rows = list(sieve.listing.base().filter(pk__in=done.conflicts).order_by(*sieve.sort.fields))
    formset = row_formset(sieve.listing.noun, rows, sieve.vocabulary)
    for form in formset:
        form.conflict = True
    return _table(request, sieve, formset, "", status=409)


def _table(request: MemberRequest, sieve: Sieve, formset: Any, after: str, status: int = 200) -> HttpResponse:
    noun = sieve.listing.noun
    query = f"{sieve.query}&" if sieve.query else ""
    context = {
        "noun": noun,
        "sieve": sieve,
        "formset": formset,
        "cells": [field.label for field, _words in formset.forms[0].cells()] if formset.forms else [],
        "more_url": f"?{query}after={after}" if after else "",
        "list_url": f"{reverse(f'mapping:{noun}_list', args=[request.membership.coalition.slug])}?{sieve.query}",
        "has_conflicts": status == 409,
    }
    return render(request, f"mapping/{noun}/{noun}_bulk.html", context, status=status)


def _tell(request: MemberRequest, noun: str, done: Edited) -> None:
    if done.changed and done.at:
        count = len(done.changed)
        words = ngettext("%(count)s row is changed.", "%(count)s rows are changed.", count) % {"count": count}
        at = (done.at - EPOCH) // MICROSECOND
        say(request, words, undo_url=reverse("mapping:bulk_undo", args=[request.membership.coalition.slug, noun, at]))
    elif not done.conflicts:
        messages.info(request, _("Nothing was changed."))


@require_POST
@members(rules.can_arrange_map)
def bulk_undo(request: MemberRequest, noun: str, at: int) -> HttpResponse:
    done = undo_bulk_edit(noun, at=EPOCH + at * MICROSECOND, by=request.membership)
    if done.changed:
        count = len(done.changed)
        say(request, ngettext("%(count)s row is as before.", "%(count)s rows are as before.", count) % {"count": count})
    if done.conflicts:
        messages.error(request, _("Somebody has changed some rows since. Those were left alone."))
    return redirect(f"mapping:{noun}_list", request.membership.coalition.slug)
