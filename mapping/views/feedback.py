"""What residents said of a resource, and who there promised not to call police."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions.feedback import add_feedback, remove_feedback
from mapping.actions.promises import add_promised_person, remove_promised_person
from mapping.forms.checks import PromisedPersonForm
from mapping.forms.feedback import FeedbackForm
from mapping.models import Feedback, PromisedPerson, Resource
from mapping.queries.promised import may_open_people, promised_people


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def feedback_list(request: MemberRequest, pk: UUID) -> HttpResponse:
    """What people said so far, and a form for the next."""
    resource = get_object_or_404(Resource, pk=pk)
    form = FeedbackForm(request.POST or None)
    form.cancel_url = reverse("mapping:resource_detail", args=[request.membership.coalition.slug, pk])
    if form.is_valid():
        add_feedback(resource, by=request.membership, **form.cleaned_data)
        say(request, _("Thank you, it counts."))
        return redirect(form.cancel_url)
    said = resource.feedback.order_by("-created_at", "-id")[:100]
    context = {"form": form, "resource": resource, "said": said}
    return render(request, "mapping/resource/feedback_list.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def feedback_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    feedback = get_object_or_404(Feedback, pk=pk)
    remove_feedback(feedback, by=request.membership)
    say(request, _("It is taken away."))
    return redirect("mapping:feedback_list", request.membership.coalition.slug, feedback.resource_id)


@require_http_methods(["GET", "POST"])
@members(rules.can_edit_map)
def resource_people(request: MemberRequest, pk: UUID) -> HttpResponse:
    """Who there promised not to call police: sealed, for few."""
    resource = get_object_or_404(Resource.objects.select_related("organization"), pk=pk)
    if not may_open_people(resource, request.membership):
        raise PermissionDenied
    form = PromisedPersonForm(request.POST or None)
    slug = request.membership.coalition.slug
    form.cancel_url = reverse("mapping:resource_detail", args=[slug, pk])
    if form.is_valid():
        add_promised_person(resource, by=request.membership, words=form.cleaned_data["words"])
        return redirect("mapping:resource_people", slug, pk)
    context = {"form": form, "resource": resource, "people": promised_people(resource, request.membership)}
    return render(request, "mapping/resource/resource_people.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_edit_map)
def resource_person_remove(request: MemberRequest, pk: UUID) -> HttpResponse:
    visible = PromisedPerson.objects.sealed_visible_to(request.membership)
    person = get_object_or_404(visible, pk=pk)
    remove_promised_person(person, by=request.membership)
    say(request, _("Gone, for good."))
    return redirect("mapping:resource_people", request.membership.coalition.slug, person.resource_id)
