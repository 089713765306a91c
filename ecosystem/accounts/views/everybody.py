"""Pages for everybody: landing, leaving, language and theme, what we hold, credits, words, health."""

from django.conf import settings
from django.contrib.auth import logout
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.i18n import set_language

from ecosystem.accounts import actions
from ecosystem.accounts.access import anyone
from ecosystem.accounts.views.words import glossary
from ecosystem.ui.garden import Plot
from ecosystem.ui.headers import FORGET_ALL

A_YEAR = 365 * 24 * 3600
# An invented neighborhood, for the picture on the landing page: answered, partly, unanswered, urgent.
SAMPLE = [
    (_("Food"), 6, 2, 1, 0),
    (_("Childcare"), 2, 3, 1, 0),
    (_("Housing"), 1, 2, 4, 2),
    (_("Healing"), 3, 1, 1, 0),
    (_("Crisis"), 1, 1, 4, 2),
    (_("Elders"), 2, 1, 0, 0),
]


@require_safe
@anyone
def landing(request: HttpRequest) -> HttpResponse:
    """What this is. Names no coalition: strangers learn nothing here."""
    if request.user.is_authenticated:
        return redirect("accounts:coalition_list")
    plots = [Plot(str(name), whole, half, none, urgent) for name, whole, half, none, urgent in SAMPLE]
    return render(request, "accounts/everybody/landing.html", {"plots": plots})


@csrf_exempt  # leaving must work from a page that waited for hours; all that it can do is sign out
@never_cache
@require_http_methods(["GET", "POST"])
@anyone
def leave(request: HttpRequest) -> HttpResponse:
    """Quick exit: sign out, clear what the browser keeps of us, go to a page that says nothing."""
    logout(request)
    answer = redirect("accounts:weather")
    answer["Clear-Site-Data"] = FORGET_ALL
    return answer


@require_safe
@anyone
def weather(request: HttpRequest) -> HttpResponse:
    """Where the quick exit leads. Names nothing of ours."""
    return render(request, "accounts/everybody/weather.html")


@require_POST
@anyone
def language(request: HttpRequest) -> HttpResponse:
    """The switch on every page; of people with an account the choice goes with them."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        actions.set_language(request.user, chosen)
    answer: HttpResponse = set_language(request)
    return answer


@require_safe
@anyone
def language_link(request: HttpRequest, code: str) -> HttpResponse:
    """The switch as a link, for posters and messages."""
    wanted = request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    answer = redirect(wanted if safe else "/")
    if code in dict(settings.LANGUAGES):
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=A_YEAR, samesite="Lax")
    return answer


@require_safe
@anyone
def what_we_hold(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/everybody/what_we_hold.html")


@require_safe
@anyone
def credits(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/everybody/credits.html")


@require_safe
@anyone
def help(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/everybody/help.html", {"words": glossary()})


@never_cache
@require_safe
@anyone
def health(request: HttpRequest) -> HttpResponse:
    """For whoever watches the service: it runs and reaches its database."""
    connection.ensure_connection()
    is_well = connection.is_usable()
    return HttpResponse("ok" if is_well else "no database", content_type="text/plain", status=200 if is_well else 503)
