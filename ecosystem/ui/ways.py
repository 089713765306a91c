"""Where one can go: the parts of a coalition, and the pages within a part. Built from URL names that exist."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise
EVERYBODY: Final = frozenset({"organizer", "researcher", "coordinator", "admin"})
MAPPERS: Final = EVERYBODY - {"researcher"}
ARRANGERS: Final = frozenset({"coordinator", "admin"})
ADMINS: Final = frozenset({"admin"})


@dataclass(frozen=True)
class Way:
    """One entry of a bar."""

    label: Words
    url: str
    icon: str
    is_current: bool


@dataclass(frozen=True)
class Page:
    """A page within a part. `views` are the beginnings of the names of views that belong to it."""

    label: Words
    name: str
    views: tuple[str, ...]
    roles: frozenset[str] = MAPPERS


@dataclass(frozen=True)
class Part:
    """A part of the coalition: its first page is the first of `names` that exists."""

    label: Words
    icon: str
    apps: frozenset[str]
    names: tuple[str, ...]
    roles: frozenset[str] = MAPPERS
    pages: tuple[Page, ...] = ()


MAP_PAGES: Final = (
    Page(_("Sheet"), "mapping:sheet", ("sheet", "own_", "worksheet")),
    Page(_("Compared"), "mapping:comparison", ("comparison",)),
    Page(_("Needs"), "mapping:need_list", ("need", "evidence", "take", "match")),
    Page(_("Resources"), "mapping:resource_list", ("resource", "feedback", "record_past")),
    Page(_("Groups"), "mapping:organization_list", ("organization", "place", "relation")),
    Page(_("Spreadsheets"), "imports:import_list", ("import", "row_"), ADMINS),
    Page(_("Set up"), "mapping:map_setup", ("map_setup", "area", "neighborhood", "population", "question"), ARRANGERS),
)
PARTS: Final = (
    Part(_("Overview"), "overview", frozenset({"overview"}), ("overview:home",), EVERYBODY),
    Part(_("Map"), "map", frozenset({"mapping", "imports"}), ("mapping:sheet",), MAPPERS, MAP_PAGES),
    Part(_("Listening"), "listening", frozenset({"listening"}), ("listening:home",), EVERYBODY),
    Part(_("Capacity"), "capacity", frozenset({"capacity"}), ("capacity:home",)),
    Part(_("Safety"), "safety", frozenset({"safety"}), ("safety:home",)),
    Part(_("Budget"), "budget", frozenset({"budget"}), ("budget:home",)),
)


def first_url(names: tuple[str, ...] | list[str], *args: Any) -> str:
    """The address of the first name that exists, or nothing."""
    for name in names:
        try:
            return reverse(name, args=args)
        except NoReverseMatch:
            continue
    return ""


def ways(request: HttpRequest, slug: str, role: str) -> list[Way]:
    """The parts of the coalition that this person can use and that this release has."""
    here = _apps(request)
    found = ((part, first_url(part.names, slug)) for part in PARTS if role in part.roles)
    return [Way(part.label, url, part.icon, bool(part.apps & here)) for part, url in found if url]


def pages_within(request: HttpRequest, slug: str, role: str) -> list[Way]:
    """The pages of the part that is open, for a role that may use more than one."""
    here = _apps(request)
    view = request.resolver_match.url_name or "" if request.resolver_match else ""
    pages = [page for part in PARTS if part.apps & here for page in part.pages if role in page.roles]
    found = ((page, first_url((page.name,), slug)) for page in pages)
    return [Way(page.label, url, "", view.startswith(page.views)) for page, url in found if url]


def _apps(request: HttpRequest) -> set[str]:
    return set(request.resolver_match.app_names) if request.resolver_match else set()
