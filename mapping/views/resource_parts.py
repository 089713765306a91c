"""The long form about a resource, part by part, on screen and on paper."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.drafts.actions import discard_draft
from ecosystem.drafts.forms import with_draft
from ecosystem.drafts.keys import form_key
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions.resource_parts import hold, write_part
from mapping.views.part_pages import after, part_form, part_page, resource_to_edit

PAGE = "mapping/resource/resource_edit.html"
PAPER = "mapping/resource/resource_paper.html"


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def resource_edit(request: MemberRequest, pk: UUID, part: str = "offers") -> HttpResponse:
    resource = resource_to_edit(pk)
    form = part_form(resource, part, request.POST or None)
    draft = with_draft(request, form_key("mapping:resource_edit", pk, part), *form.all_forms)
    if form.is_bound:
        hold(resource)
        if form.is_valid() and not form.is_overtaken:
            write_part(resource, by=request.membership, written=form.written(), language=get_language() or "en")
            discard_draft(request.membership, draft.key)
            say(request, _("“%(part)s” is saved.") % {"part": form.title})
            return redirect(after(request, resource, part))
    conflicts = form.conflicts() if form.is_bound and form.is_valid() else []
    if conflicts:
        form.shown_anew()
    return part_page(request, resource, form, draft=draft, conflicts=conflicts, template=PAGE)


@require_GET
@members(rules.can_edit_map)
def resource_paper(request: MemberRequest, pk: UUID, part: str) -> HttpResponse:
    """This part on paper, to fill in by hand."""
    resource = resource_to_edit(pk)
    return part_page(request, resource, part_form(resource, part), template=PAPER)
