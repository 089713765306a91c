"""Ties of a group to others."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions import relations as actions
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.relations import RelationForm
from mapping.models import Organization, Relation


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def relation_add(request: MemberRequest, pk: UUID) -> HttpResponse:
    organization = get_object_or_404(Organization, pk=pk)
    form = RelationForm(request.POST or None, organization=organization)
    form.cancel_url = _group_url(request, pk)
    if form.is_valid():
        actions.add_relation(by=request.membership, **form.columns())
        return redirect(form.cancel_url)
    context = {"form": form, "organization": organization}
    return render(request, "mapping/relation/relation_add.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def relation_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    relation = get_object_or_404(Relation.objects.select_related("source", "target"), pk=pk)
    form = RelationForm(request.POST or None, organization=relation.source, relation=relation)
    form.cancel_url = _group_url(request, relation.source_id)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            actions.edit_relation(relation, by=request.membership, version=version, **form.columns())
            return redirect(form.cancel_url)
        except ChangedMeanwhileError as changed:
            form.add_error(None, _("Somebody else changed it to “%(row)s” meanwhile.") % {"row": changed.row})
    context = {"form": form, "relation": relation}
    return render(request, "mapping/relation/relation_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def relation_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    relation = get_object_or_404(Relation, pk=pk)
    actions.remove_relation(relation, by=request.membership)
    say(request, _("The tie is gone."))
    return redirect(_group_url(request, relation.source_id))


def _group_url(request: MemberRequest, pk: UUID) -> str:
    return reverse("mapping:organization_detail", args=[request.membership.coalition.slug, pk])
