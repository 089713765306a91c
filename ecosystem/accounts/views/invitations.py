"""Invitations: an admin makes and takes them back; whoever holds the link joins."""

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts import actions, queries, rules
from ecosystem.accounts.access import MemberRequest, by_link, members
from ecosystem.accounts.actions import Issued
from ecosystem.accounts.adapter import AccountAdapter
from ecosystem.accounts.forms import InvitationForm, JoinForm, NewAccountForm
from ecosystem.accounts.limits import limited
from ecosystem.accounts.models import Invitation, Membership, User
from ecosystem.accounts.views.account import front_page
from ecosystem.ui.toasts import say


@never_cache
@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people, fresh=True)
def invitation_add(request: MemberRequest) -> HttpResponse:
    form = InvitationForm(request.POST or None)
    form.cancel_url = reverse("people:person_list", args=[request.membership.coalition.slug])
    if form.is_valid():
        return show_once(request, actions.invite(by=request.membership, **form.cleaned_data))
    return render(
        request, "accounts/invitation/invitation_add.html", {"form": form}, status=422 if form.is_bound else 200
    )


@require_POST
@members(rules.can_manage_people)
def invitation_take_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.take_back(get_object_or_404(Invitation, pk=pk), by=request.membership)
    say(request, _("Taken back. The link opens nothing any more."))
    return redirect("people:person_list", request.membership.coalition.slug)


@never_cache
@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people, fresh=True)
def new_seat(request: MemberRequest, pk: UUID) -> HttpResponse:
    """For a member who lost every key to their account: an invitation anew, to this coalition only."""
    person = get_object_or_404(Membership.objects.current(), pk=pk)
    if request.method == "GET":
        return render(request, "accounts/invitation/new_seat.html", {"person": person, "problems": []})
    try:
        return show_once(request, actions.ask_new_seat(person, by=request.membership))
    except ValidationError as error:
        page = {"person": person, "problems": error.messages}
        return render(request, "accounts/invitation/new_seat.html", page, status=422)


@never_cache
@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people, fresh=True)
def new_seat_approve(request: MemberRequest, pk: UUID) -> HttpResponse:
    """The second admin's yes."""
    asked = get_object_or_404(queries.open_invitations().exclude(replaces=None), pk=pk, approved_by=None)
    if request.method == "GET":
        return render(request, "accounts/invitation/new_seat_approve.html", {"asked": asked, "problems": []})
    try:
        return show_once(request, actions.approve_new_seat(asked, by=request.membership))
    except ValidationError as error:
        page = {"asked": asked, "problems": error.messages}
        return render(request, "accounts/invitation/new_seat_approve.html", page, status=422)


def show_once(request: HttpRequest, issued: Issued, *, back_url: str = "") -> HttpResponse:
    """The link and its code, for this one time."""
    url = request.build_absolute_uri(reverse("accounts:invitation", args=[issued.token])) if issued.token else ""
    page = {"invitation": issued.invitation, "url": url, "back_url": back_url}
    return render(request, "accounts/invitation/invitation_made.html", page)


@login_not_required
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
@limited("invitation", methods=frozenset({"GET", "POST"}))
@by_link("invitation")
def invitation(request: Any) -> HttpResponse:
    """Join: with the account that is signed in, or with a new one. The link works once."""
    found = get_object_or_404(queries.open_invitations(), pk=request.visit.target_id)
    has_account = request.user.is_authenticated
    form = (JoinForm if has_account else NewAccountForm)(request.POST or None, initial={"called": found.called})
    if form.is_valid() and (member := _join(request, found, form)):
        say(request, _("Welcome, %(name)s.") % {"name": member.called.rstrip(".")})
        return redirect(front_page(request.coalition.slug))
    page = {"form": form, "invitation": found, "has_account": has_account, "replaces": found.replaces_id is not None}
    return render(request, "accounts/invitation/invitation.html", page, status=422 if form.is_bound else 200)


def _join(request: Any, found: Invitation, form: Any) -> Membership | None:
    """The new member, signed in; or nothing, with the reason on the form."""
    data = dict(form.cleaned_data)
    called = data.pop("called")
    try:
        user = request.user if request.user.is_authenticated else actions.create_account(**data)
        member = actions.accept_invitation(found, user=user, called=called, by=request.visit)
    except ValidationError as error:
        form.add_error(None, error)
        return None
    if not request.user.is_authenticated:
        _sign_in(request, user)
    return member


def _sign_in(request: Any, user: User) -> None:
    """The password was chosen a moment ago: that is a sign-in, and a recent one."""
    from allauth.account.internal.flows.login import record_authentication

    AccountAdapter(request).login(request, user)
    record_authentication(request, user, method="password")
