"""The people of a coalition: list, roles, seats, leaving, the coalition's settings."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ecosystem.accounts import actions, queries, rules
from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.accounts.forms import CalledForm, CoalitionSettingsForm, RoleForm, SeatForm
from ecosystem.accounts.models import Membership, Seat, SeatKind
from ecosystem.ui.forms import ConfirmNameForm
from ecosystem.ui.toasts import say


@require_safe
@members(rules.can_see_people)
def person_list(request: MemberRequest) -> HttpResponse:
    can_manage = rules.can_manage_people(request.membership)
    page = {
        "people": queries.people(),
        "can_manage": can_manage,
        "invitations": queries.open_invitations() if can_manage else [],
    }
    return render(request, "accounts/people/person_list.html", page)


@require_safe
@members(rules.can_manage_people)
def person_detail(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What an admin can do for, or about, one member."""
    person = _person(pk)
    seats = [seat for holder, seat in queries.held_seats() if holder == person.pk]
    page = {"person": person, "seats": seats, "is_me": person.pk == request.membership.pk}
    return render(request, "accounts/people/person_detail.html", page)


@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people, fresh=True)
def person_role(request: MemberRequest, pk: UUID) -> HttpResponse:
    person = _person(pk)
    form = RoleForm(request.POST or None, instance=person)
    form.cancel_url = _url(request, "person_detail", pk)
    role = form.cleaned_data["role"] if form.is_valid() else ""
    if role and _done(form, actions.change_role, _person(pk), role, by=request.membership):
        say(request, _("The role is changed."))
        return redirect(form.cancel_url)
    status = 422 if form.is_bound else 200
    return render(request, "accounts/people/person_role.html", {"form": form, "person": _person(pk)}, status=status)


@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people, fresh=True)
def person_end(request: MemberRequest, pk: UUID) -> HttpResponse:
    person = _person(pk)
    form = ConfirmNameForm(request.POST or None, expected=person.called)
    form.submit_label = gettext_lazy("End the membership")
    form.cancel_url = _url(request, "person_detail", pk)
    if form.is_valid() and _done(form, actions.end_membership, person, by=request.membership):
        say(request, _("The membership has ended."))
        return redirect(_url(request, "person_list"))
    status = 422 if form.is_bound else 200
    return render(request, "accounts/people/person_end.html", {"form": form, "person": person}, status=status)


@require_http_methods(["GET", "POST"])
@members(rules.can_manage_people)
def seat_give(request: MemberRequest, pk: UUID) -> HttpResponse:
    person = _person(pk)
    form = SeatForm(request.POST or None, kind=SeatKind.SPEAKS_FOR)
    form.cancel_url = _url(request, "person_detail", pk)
    if form.is_valid():
        target = form.cleaned_data["target"]
        actions.give_seat(person, SeatKind.SPEAKS_FOR, target.pk, by=request.membership)
        return redirect(form.cancel_url)
    status = 422 if form.is_bound else 200
    return render(request, "accounts/people/seat_give.html", {"form": form, "person": person}, status=status)


@require_POST
@members(rules.can_manage_people)
def seat_take(request: MemberRequest, pk: UUID) -> HttpResponse:
    seat = get_object_or_404(Seat, pk=pk)
    actions.take_seat(seat, by=request.membership)
    say(request, _("The seat is free again."))
    return redirect(_url(request, "person_detail", seat.membership_id))


@require_http_methods(["GET", "POST"])
@members(any_member)
def me(request: MemberRequest) -> HttpResponse:
    """What people call me here."""
    form = CalledForm(request.POST or None, instance=request.membership)
    if form.is_valid():
        actions.rename_member(request.membership, form.cleaned_data["called"], by=request.membership)
        say(request, _("Saved."))
        return redirect(_url(request, "me"))
    return render(request, "accounts/people/me.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(any_member, fresh=True)
def leave_coalition(request: MemberRequest) -> HttpResponse:
    coalition = request.membership.coalition
    form = ConfirmNameForm(request.POST or None, expected=coalition.name)
    form.submit_label, form.cancel_url = gettext_lazy("Leave for good"), _url(request, "me")
    if form.is_valid() and _done(form, actions.forget_member, request.membership, by=request.membership):
        say(request, _("You have left. What you wrote stays, without your name."))
        return redirect("accounts:coalition_list")
    return render(request, "accounts/people/leave_coalition.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_change_settings)
def settings(request: MemberRequest) -> HttpResponse:
    coalition = request.membership.coalition
    form = CoalitionSettingsForm(request.POST or None, instance=coalition)
    if form.is_valid():
        actions.change_settings(coalition, by=request.membership, **form.cleaned_data)
        say(request, _("Saved."))
        return redirect(_url(request, "settings"))
    return render(request, "accounts/people/settings.html", {"form": form}, status=422 if form.is_bound else 200)


def _person(pk: UUID) -> Membership:
    found: Membership = get_object_or_404(Membership.objects.current(), pk=pk)
    return found


def _url(request: MemberRequest, name: str, *args: Any) -> str:
    return reverse(f"people:{name}", args=[request.membership.coalition.slug, *args])


def _done(form: Any, action: Any, *args: Any, by: Membership) -> bool:
    """Do it; what speaks against it is said on the form."""
    try:
        action(*args, by=by)
    except ValidationError as error:
        form.add_error(None, error)
        return False
    return True
