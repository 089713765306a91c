"""The coalition's front page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.accounts.models import Role
from ecosystem.overview.home import home as home_of
from ecosystem.overview.home import mine
from ecosystem.threads.slots import filled_slot
from mapping import rules


@require_GET
@members()
def home(request: MemberRequest) -> HttpResponse:
    """Ours for coordinators and admins; with one's own things first for organizers."""
    membership = request.membership
    if not rules.can_see_map(membership):
        return render(request, "overview/home_of_researcher.html")
    context = {
        "home": home_of(membership),
        "mine": [] if membership.sees_everything else mine(membership),
        "is_organizer": membership.role == Role.ORGANIZER,
        "can_edit": rules.can_edit_map(membership),
        "today": timezone.localdate(),
        "others": filled_slot("overview", [membership.coalition], membership)[membership.coalition.pk],
    }
    return render(request, "overview/home.html", context)
