"""What the frame around every page needs: coalition, ways, language, theme. Asks the database nothing by itself."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.ways import ADMINS, ARRANGERS, MAPPERS, first_url, pages_within, ways

THEMES: Final = {"light": _("Light"), "dark": _("Dark")}
THEME_COOKIE: Final = "theme"


def account_links(slug: str, role: str) -> list[tuple[str | Promise, str]]:
    """The coalition's people and settings, then the pages about oneself, as far as they exist."""
    here: list[tuple[str | Promise, str]] = [(_("People here"), "people:person_list")] if slug else []
    if role in MAPPERS:
        here.append((_("What I have begun"), "drafts:draft_list"))
    if role in ARRANGERS:
        here.append((_("Recently removed"), "history:recently_removed"))
    if role in ADMINS:
        here.append((_("Settings of the coalition"), "people:settings"))
    own: list[tuple[str | Promise, str]] = [
        (_("My coalitions"), "accounts:coalition_list"),
        (_("My account"), "accounts:account"),
    ]
    found = [(label, first_url((name,), slug)) for label, name in here]
    found += [(label, first_url((name,))) for label, name in own]
    return [(label, url) for label, url in found if url]


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
    slug, role = getattr(coalition, "slug", ""), getattr(membership, "role", "")
    return {
        "membership": membership,
        "coalition": coalition,
        "nav": ways(request, slug, role) if membership else [],
        "within": pages_within(request, slug, role) if membership else [],
        "home_url": first_url(["overview:home"], slug) if membership else "/",
        "search_url": first_url(["overview:search"], slug) if membership else "",
        "account_links": account_links(slug if membership else "", role),
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
