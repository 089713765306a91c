"""Pages of the coalition's own questions."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.ui.toasts import say
from mapping import rules
from mapping.actions.arranging import questions as actions
from mapping.actions.arranging.ordering import place_in
from mapping.actions.keeping.versions import ChangedMeanwhileError
from mapping.forms.arranging.questions import QuestionForm
from mapping.models import Question
from mapping.queries.questions import questions_by_subject
from mapping.views.parts import arranging

ASKED = ("subject", "kind", "text", "hint", "options")


@require_GET
@members(rules.can_see_map)
def question_list(request: MemberRequest) -> HttpResponse:
    context = {"subjects": questions_by_subject(), **arranging(request, "mapping:question_add")}
    return render(request, "mapping/question/question_list.html", context)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def question_add(request: MemberRequest) -> HttpResponse:
    form = QuestionForm(request.POST or None, initial={"subject": request.GET.get("about", "resource")})
    form.cancel_url = _list_url(request)
    if form.is_valid():
        actions.add_question(by=request.membership, **{name: form.cleaned_data[name] for name in ASKED})
        say(request, _("The question is asked from now on."))
        return redirect(form.cancel_url)
    status = 422 if form.is_bound else 200
    return render(request, "mapping/question/question_add.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@members(rules.can_arrange_map)
def question_edit(request: MemberRequest, pk: UUID) -> HttpResponse:
    question = get_object_or_404(Question, pk=pk)
    form = QuestionForm(request.POST or None, question=question)
    form.cancel_url = _list_url(request)
    if form.is_valid():
        try:
            actions.edit_question(question, by=request.membership, **form.cleaned_data)
            return redirect(form.cancel_url)
        except ChangedMeanwhileError as changed:
            form.add_error(None, _("Somebody else changed it to “%(row)s” meanwhile.") % {"row": changed.row})
    context = {"form": form, "question": question}
    return render(request, "mapping/question/question_edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@members(rules.can_arrange_map)
def question_move(request: MemberRequest, pk: UUID) -> HttpResponse:
    question = get_object_or_404(Question, pk=pk, retired_at=None)
    if (to := place_in(request.POST.get("to", ""))) is not None:
        actions.move_question(question, to=to, by=request.membership)
    return redirect(f"{_list_url(request)}#question-{question.pk}")


@require_POST
@members(rules.can_arrange_map)
def question_retire(request: MemberRequest, pk: UUID) -> HttpResponse:
    question = get_object_or_404(Question, pk=pk)
    actions.retire_question(question, by=request.membership)
    undo = reverse("mapping:question_bring_back", args=[request.membership.coalition.slug, question.pk])
    say(request, _("It is no longer asked. Its answers are kept."), undo_url=undo)
    return redirect(_list_url(request))


@require_POST
@members(rules.can_arrange_map)
def question_bring_back(request: MemberRequest, pk: UUID) -> HttpResponse:
    actions.bring_back_question(get_object_or_404(Question, pk=pk), by=request.membership)
    return redirect(_list_url(request))


def _list_url(request: MemberRequest) -> str:
    return reverse("mapping:question_list", args=[request.membership.coalition.slug])
