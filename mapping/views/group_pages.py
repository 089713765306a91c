"""What the pages of a group's form share."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from ecosystem.accounts.access import MemberRequest
from ecosystem.drafts.forms import FormDraft, fill
from mapping.forms.organizations import OrganizationForm
from mapping.forms.rows import with_more_rows
from mapping.forms.seen import Difference
from mapping.models import Organization


def group_form(organization: Organization, typed: Any = None) -> OrganizationForm:
    """The form, bound where something was sent; with more rows where those were asked for."""
    more = typed.get("more", "") if typed else ""
    form = OrganizationForm(None if more else typed, instance=organization)
    if more in form.row_sets:
        for shown in form.all_forms:
            fill(shown, with_more_rows(typed, more))
    return form


def group_page(
    request: MemberRequest, form: OrganizationForm, *, draft: FormDraft, conflicts: list[Difference]
) -> HttpResponse:
    """422 where something is wrong, 409 where somebody else was faster."""
    if conflicts:
        form.shown_anew()
    context = {"form": form, "organization": form.instance, "draft": draft, "conflicts": conflicts}
    status = 409 if conflicts else 422 if form.is_bound else 200
    return render(request, "mapping/organization/organization_edit.html", context, status=status)
