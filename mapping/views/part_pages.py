"""What the pages of the long form share: which part comes next, how far each is, what is on the page."""

from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ecosystem.accounts.access import MemberRequest
from ecosystem.drafts.forms import FormDraft, fill
from mapping.forms.parts import PartForm
from mapping.forms.resource_parts import BY_KEY, PARTS
from mapping.forms.rows import with_more_rows
from mapping.models import Answer, OpeningHours, Resource
from mapping.queries.facets import with_facets
from mapping.queries.part_states import part_states
from mapping.queries.promised import may_open_people


def resource_to_edit(pk: UUID) -> Resource:
    """The resource with what tells how far its parts are."""
    rows = with_facets(Resource.objects.select_related("organization"))
    hours = OpeningHours.objects.filter(resource=OuterRef("pk"))
    try:
        return rows.annotate(has_hours=Exists(hours)).get(pk=pk)
    except Resource.DoesNotExist:
        raise Http404 from None


def answers_of(resource: Resource) -> dict[tuple[str, str], Answer]:
    return {(answer.question, answer.standing): answer for answer in Answer.objects.filter(resource=resource)}


def part_form(resource: Resource, part: str, typed: Any = None) -> PartForm:
    """The part's form, bound where something was sent; with more rows where those were asked for."""
    if part not in BY_KEY:
        raise Http404
    more = typed.get("more", "") if typed else ""
    form = BY_KEY[part](None if more else typed, resource=resource, answers=answers_of(resource))
    if more in form.row_sets:
        for shown in form.all_forms:
            fill(shown, with_more_rows(typed, more))
    return form


def after(request: MemberRequest, resource: Resource, part: str) -> str:
    """Where to go when a part is saved: on, or back to the resource."""
    slug, keys = request.membership.coalition.slug, [one.key for one in PARTS]
    place = keys.index(part) + 1
    if "next" in request.POST and place < len(keys):
        return reverse("mapping:resource_edit", args=[slug, resource.pk, keys[place]])
    return reverse("mapping:resource_detail", args=[slug, resource.pk])


def part_page(
    request: MemberRequest, resource: Any, form: PartForm, *, draft: FormDraft | None = None, template: str, **more: Any
) -> HttpResponse:
    """The page of one part; 422 where something is wrong, 409 where somebody else was faster."""
    place = [one.key for one in PARTS].index(form.key)
    context = {
        "resource": resource,
        "form": form,
        "draft": draft,
        "number": place + 1,
        "count": len(PARTS),
        "parts": part_links(request, resource, form.key),
        "next_title": PARTS[place + 1].title if place + 1 < len(PARTS) else "",
        "may_open_people": form.key == "brings-in" and may_open_people(resource, request.membership),
        "conflicts": more.get("conflicts", []),
    }
    status = 409 if more.get("conflicts") else 422 if form.is_bound else 200
    return render(request, template, context, status=status)


def part_links(request: MemberRequest, resource: Any, now: str = "") -> list[dict[str, Any]]:
    """All parts with their states and addresses."""
    slug = request.membership.coalition.slug
    questions = set(Answer.objects.filter(resource=resource).values_list("question", flat=True))
    states = part_states(resource, questions)
    return [
        {
            "key": part.key,
            "title": part.title,
            "minutes": part.minutes,
            "state": "now" if part.key == now else states[part.key],
            "url": reverse("mapping:resource_edit", args=[slug, resource.pk, part.key]),
        }
        for part in PARTS
    ]
