"""The gallery of components, and the choice of light or dark. Their doors are put on in ecosystem/urls.py."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from ecosystem.ui import samples
from ecosystem.ui.context import THEME_COOKIE, THEMES

A_YEAR = 365 * 24 * 3600


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component in its states; for those who build, on their own machine only."""
    if not settings.EMBEDDED:
        raise Http404
    return render(request, "ui/gallery.html", samples.everything(request))


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    """Keep light, dark, or as the system has it. The cookie says nothing else about anybody."""
    back = request.POST.get("next", "/")
    answer = redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}) else "/")
    if (chosen := request.POST.get("theme", "")) in THEMES:
        answer.set_cookie(
            THEME_COOKIE, chosen, max_age=A_YEAR, samesite="Lax", httponly=True, secure=request.is_secure()
        )
    else:
        answer.delete_cookie(THEME_COOKIE, samesite="Lax")
    return answer
