"""Search across the coalition: a page, and its list under the frame's search box as one types."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.threads.search.queries import SHORTEST, by_kind, finds

LONGEST, UNDER_THE_BOX = 200, 8


@require_GET
@members(any_member)
def search(request: MemberRequest) -> HttpResponse:
    """Everybody may search; each kind shows what the member may see of it."""
    typed = request.GET.get("q", "").replace("\0", "")[:LONGEST].strip()
    is_list_only = bool(getattr(request, "htmx", False))
    found = finds(typed, request.membership, limit=UNDER_THE_BOX if is_list_only else 60)
    context = {"typed": typed, "is_asked": len(typed) >= SHORTEST, "found": found, "kinds": by_kind(found)}
    return render(request, "overview/search.html#finds" if is_list_only else "overview/search.html", context)
