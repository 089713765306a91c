"""The host's few pages: open and close coalitions. Nothing here shows what is inside of one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ecosystem.accounts import actions
from ecosystem.accounts.access import hosts
from ecosystem.accounts.forms import OpenCoalitionForm
from ecosystem.accounts.views.invitations import show_once
from ecosystem.tenancy.models import Coalition
from ecosystem.ui.forms import ConfirmNameForm
from ecosystem.ui.toasts import say


@require_safe
@hosts
def host_list(request: Any) -> HttpResponse:
    coalitions = Coalition.objects.order_by("closed_at", "name").values("pk", "name", "slug", "opened_at", "closed_at")
    return render(request, "accounts/host/host_list.html", {"coalitions": coalitions})


@never_cache
@require_http_methods(["GET", "POST"])
@hosts(fresh=True)
def host_open(request: Any) -> HttpResponse:
    form = OpenCoalitionForm(request.POST or None)
    form.cancel_url = reverse("accounts:host_list")
    if form.is_valid():
        _coalition, issued = actions.open_coalition(by=request.user, **form.cleaned_data)
        return show_once(request, issued, back_url=form.cancel_url)
    return render(request, "accounts/host/host_open.html", {"form": form}, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "POST"])
@hosts(fresh=True)
def host_invite(request: Any, pk: UUID) -> HttpResponse:
    """The first admin's invitation once more, while nobody is in yet."""
    inviting = get_object_or_404(Coalition, pk=pk, closed_at=None)
    if request.method == "POST":
        try:
            issued = actions.invite_first_admin_again(inviting, by=request.user)
        except ValidationError as error:
            messages.error(request, error.message)
            return redirect("accounts:host_list")
        return show_once(request, issued, back_url=reverse("accounts:host_list"))
    return render(request, "accounts/host/host_invite.html", {"inviting": inviting})


@require_http_methods(["GET", "POST"])
@hosts(fresh=True)
def host_close(request: Any, pk: UUID) -> HttpResponse:
    closing = get_object_or_404(Coalition, pk=pk, closed_at=None)
    form = ConfirmNameForm(request.POST or None, expected=closing.name)
    form.submit_label, form.cancel_url = gettext_lazy("Close the coalition"), reverse("accounts:host_list")
    if form.is_valid():
        actions.close_coalition(closing, by=request.user)
        say(request, _("Closed. Nobody can come in any more."))
        return redirect("accounts:host_list")
    page = {"form": form, "closing": closing}
    return render(request, "accounts/host/host_close.html", page, status=422 if form.is_bound else 200)
