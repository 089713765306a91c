"""What the frame around every page needs: coalition, ways, language, theme. Asks the database nothing by itself."""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

THEMES: Final = {"light": _("Light"), "dark": _("Dark")}
THEME_COOKIE: Final = "theme"
# label, symbol, app, the app's first page (the first name that exists)
WAYS: Final[list[tuple[str | Promise, str, str, list[str]]]] = [
    (_("Overview"), "overview", "overview", ["overview:home"]),
    (_("Map"), "map", "mapping", ["mapping:sheet", "mapping:home", "mapping:resource_list"]),
    (_("Listening"), "listening", "listening", ["listening:home", "listening:study_list"]),
    (_("Capacity"), "capacity", "capacity", ["capacity:home", "capacity:check_in_list"]),
    (_("Safety"), "safety", "safety", ["safety:home", "safety:circle_list"]),
    (_("Budget"), "budget", "budget", ["budget:home", "budget:item_list"]),
]
RESEARCHERS_SEE: Final = {"overview", "listening"}


@dataclass(frozen=True)
class Way:
    """One entry of the side (on a phone: the bottom) bar."""

    label: str | Promise
    url: str
    icon: str
    is_current: bool


def first_url(names: list[str], *args: Any) -> str:
    """The address of the first name that exists, or nothing."""
    for name in names:
        try:
            return reverse(name, args=args)
        except NoReverseMatch:
            continue
    return ""


def ways(request: HttpRequest, slug: str, role: str) -> list[Way]:
    """The parts of the coalition that this person can use and that this release has."""
    match = request.resolver_match
    here = match.app_names if match else []
    found = []
    for label, symbol, app, names in WAYS:
        url = first_url(names, slug)
        if url and (role != "researcher" or app in RESEARCHERS_SEE):
            found.append(Way(label=label, url=url, icon=symbol, is_current=app in here))
    return found


def account_links(request: HttpRequest) -> list[tuple[str | Promise, str]]:
    """The pages about oneself, as far as they exist."""
    wanted: list[tuple[str | Promise, list[str]]] = [
        (_("My coalitions"), ["accounts:coalition_list"]),
        (_("My account"), ["accounts:account", "account_change_password"]),
        (_("Second step at sign-in"), ["mfa_index"]),
    ]
    return [(label, url) for label, names in wanted if (url := first_url(names))]


def theme(request: HttpRequest) -> str:
    """Light or dark by choice, or nothing: then the system decides."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else ""


def languages() -> list[dict[str, str]]:
    """The other languages, each in its own name."""
    now = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    infos = [get_language_info(code) for code, _name in settings.LANGUAGES if code != now]
    return [{"code": info["code"], "name": info["name_local"].capitalize()} for info in infos]


def frame(request: HttpRequest) -> dict[str, Any]:
    """The context of base.html; every key is always there."""
    membership = getattr(request, "membership", None)
    coalition = getattr(membership, "coalition", None) or getattr(request, "coalition", None)
    slug = getattr(coalition, "slug", "")
    return {
        "membership": membership,
        "coalition": coalition,
        "nav": ways(request, slug, getattr(membership, "role", "")) if membership else [],
        "home_url": first_url(["overview:home"], slug) if membership else "/",
        "search_url": first_url(["overview:search"], slug) if membership else "",
        "account_links": account_links(request),
        "sign_out_url": first_url(["account_logout"]),
        "sign_in_url": first_url(["account_login"]),
        "quick_exit_url": "/leave/",
        "language_url": first_url(["accounts:language"]),
        "languages": languages(),
        "theme": theme(request),
        "theme_url": first_url(["ui:theme"]),
        "demo_banner": getattr(settings, "DEMO_BANNER", ""),
        "foot_links": foot_links(slug if membership else ""),
    }


def foot_links(slug: str) -> list[tuple[str | Promise, str]]:
    """The links below every page, as far as they exist."""
    wanted: list[tuple[str | Promise, list[str]]] = [
        (_("What we hold, and who can open it"), ["accounts:what_we_hold"]),
        (_("Credits: whose practices these are"), ["accounts:credits"]),
        (_("Words and help"), ["accounts:help"]),
    ]
    found = [(label, (first_url(names, slug) if slug else "") or first_url(names)) for label, names in wanted]
    return [(label, url) for label, url in found if url]
