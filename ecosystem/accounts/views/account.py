"""Pages of the person: my coalitions, my account, my sessions, what is held about me, deleting it all."""

import json
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ecosystem.accounts import actions, queries
from ecosystem.accounts.access import WANTED, in_own_coalitions, signed_in
from ecosystem.accounts.factors import has_second_factor
from ecosystem.accounts.forms import AccountForm
from ecosystem.accounts.models import DirectoryEntry
from ecosystem.accounts.sessions import key_hash
from ecosystem.ui.forms import ConfirmNameForm
from ecosystem.ui.headers import FORGET_ALL
from ecosystem.ui.toasts import say


def front_page(slug: str) -> str:
    """Where a member begins, whatever the role."""
    return reverse("overview:home", args=[slug])


@require_safe
@signed_in
def coalition_list(request: Any) -> HttpResponse:
    """My coalitions; straight on where there is one. `?all` shows the list even then."""
    entries = list(DirectoryEntry.objects.filter(user_id=request.user.pk).order_by("name"))
    if len(entries) == 1 and "all" not in request.GET:
        return redirect(front_page(entries[0].slug))
    if not entries and request.user.is_host:
        return redirect("accounts:host_list")
    page = {"entries": [(entry, front_page(entry.slug)) for entry in entries]}
    return render(request, "accounts/account/coalition_list.html", page)


@require_safe
@signed_in
def second_factor(request: Any) -> HttpResponse:
    """Why a second step is asked for, and the two ways to set it up."""
    if has_second_factor(request.user):
        return redirect("accounts:go_on")
    return render(request, "accounts/account/second_factor.html")


@require_safe
@signed_in
def go_on(request: Any) -> HttpResponse:
    """After the second factor is set up: to where the person wanted to go."""
    return redirect(request.session.pop(WANTED, "") or "accounts:coalition_list")


@require_http_methods(["GET", "POST"])
@signed_in
def account(request: Any) -> HttpResponse:
    form = AccountForm(request.POST or None, instance=request.user)
    if form.is_valid():
        actions.update_account(request.user, **form.cleaned_data)
        translation.activate(request.user.language)
        say(request, _("Saved."))
        answer = redirect("accounts:account")
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, request.user.language, samesite="Lax")
        return answer
    page = {
        "form": form,
        "entries": list(DirectoryEntry.objects.filter(user_id=request.user.pk).order_by("name")),
        "sessions": queries.sessions(request.user),
        "this_session": key_hash(request.session.session_key or ""),
        "has_second_factor": has_second_factor(request.user),
    }
    return render(request, "accounts/account/account.html", page, status=422 if form.is_bound else 200)


@require_POST
@signed_in
def session_end(request: Any, key: str) -> HttpResponse:
    try:
        actions.end_session(request.user, bytes.fromhex(key))
    except ValueError as error:
        raise Http404 from error
    say(request, _("Signed out there."))
    return redirect("accounts:account")


@require_POST
@signed_in
def session_end_others(request: Any) -> HttpResponse:
    actions.end_other_sessions(request.user, keep=key_hash(request.session.session_key))
    say(request, _("Signed out everywhere but here."))
    return redirect("accounts:account")


@never_cache
@require_safe
@signed_in(fresh=True)
def own_data(request: Any) -> HttpResponse:
    """All that is held about the person who asks, as one file."""
    user = request.user
    held = {
        "written": timezone.now(),
        "account": {"user name": user.username, "e-mail": user.email, "language": user.language},
        "signed in at": [{"since": row.created_on, "device": row.device} for row in queries.sessions(user)],
        "coalitions": in_own_coalitions(request, queries.held_about),
    }
    words = json.dumps(held, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    answer = HttpResponse(words, content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="what-we-hold-about-me.json"'
    return answer


@require_http_methods(["GET", "POST"])
@signed_in(fresh=True)
def account_delete(request: Any) -> HttpResponse:
    form = ConfirmNameForm(request.POST or None, expected=request.user.username)
    form.cancel_url = reverse("accounts:account")
    if form.is_valid() and _deleted(request, form):
        logout(request)
        answer = redirect("accounts:landing")
        answer["Clear-Site-Data"] = FORGET_ALL
        return answer
    return render(request, "accounts/account/account_delete.html", {"form": form}, status=422 if form.is_bound else 200)


def _deleted(request: Any, form: ConfirmNameForm) -> bool:
    """False with a word on the form when a coalition would be left alone."""
    try:
        in_own_coalitions(request, _forget_me)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    actions.delete_account(request.user)
    return True


def _forget_me(membership: Any) -> None:
    actions.forget_member(membership, by=membership)
