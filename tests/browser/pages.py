"""Every page there is, read from the addresses, so that none is forgotten.

A new page with nothing but known ids in its address needs no line here. What needs more says so in one of three tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

from ecosystem.accounts.pages import ALLAUTH_PAGES
from tests.browser.world import ADMIN, HOST, NEW_COORDINATOR, NOBODY, ORGANIZER, SLUG, World

PART = re.compile(r"<(?:(\w+):)?(\w+)>")
ONE_OF = re.compile(r"\w+(\|\w+)+")
WHO = {"members": ADMIN, "signed_in": ADMIN, "hosts": HOST, "anyone": NOBODY, "by_link": NOBODY}

# Opened as somebody else than the door suggests; several names open it once each.
OPENED_BY: Final[dict[str, tuple[str, ...]]] = {
    "account_login": (NOBODY,),
    "account_inactive": (NOBODY,),
    "mfa_authenticate": (NOBODY,),
    "accounts:second_factor": (NEW_COORDINATOR,),
    "overview:home": (ADMIN, ORGANIZER),
}
# What follows the address, or values of its parts that no row has.
QUERIES: Final[dict[str, str]] = {}
PARTS: Final[dict[str, dict[str, str]]] = {
    "accounts:language_link": {"code": "es"},
}
# The model of a page's row, where the first words of its name are not the model's.
ROW_OF: Final[dict[str, str]] = {"person": "membership", "match": "needmatch", "chip": "ownchip"}
NOT_PAGES: Final[dict[str, str]] = {
    "accounts:leave": "the quick exit, which has its own journey",
    "accounts:health": "one plain word for machines",
    "accounts:language_link": "a way on, no page",
    "accounts:go_on": "a way on, no page",
    "accounts:own_data": "a file",
    "mfa_authenticate": "opens after a password only; the journey of factors goes through it",
    "mfa_webauthn_login": "JSON for the passkey script",
    "mfa_login_webauthn": "JSON for the passkey script",
    "mfa_download_recovery_codes": "a file",
}


@dataclass(frozen=True)
class Route:
    """One address of the resolver, with the values of its choices filled in."""

    name: str
    path: str
    door: str
    choice: str = ""

    @property
    def title(self) -> str:
        return f"{self.name}:{self.choice}" if self.choice else self.name

    @property
    def who(self) -> tuple[str, ...]:
        if self.name in ALLAUTH_PAGES and self.name not in OPENED_BY:
            return (ADMIN,)
        return OPENED_BY.get(self.name, (WHO.get(self.door, NOBODY),))

    def address(self, world: World) -> str:
        """The whole address.

        Raises:
            LookupError: the world has no row for it.
        """
        return "/" + PART.sub(lambda part: self._value(part[1] or "str", part[2], world), self.path) + self._query

    @property
    def _query(self) -> str:
        return QUERIES.get(self.title, QUERIES.get(self.name, ""))

    def _value(self, kind: str, key: str, world: World) -> str:
        if key in (given := PARTS.get(self.title, PARTS.get(self.name, {}))):
            return given[key].format(**world.rows)
        if key == "slug":
            return SLUG
        if key == "token":
            return world.token
        row = key.removesuffix("_pk").removesuffix("_id") if key != "pk" else model_of(self.name)
        return world.rows[row]


def model_of(name: str) -> str:
    """The model whose row a page is about, by the house's naming: `need_edit` is about a need."""
    words = name.split(":")[-1].split("_")
    known = {model.__name__.lower() for model in apps.get_models()}
    for end in range(len(words), 0, -1):
        row = ROW_OF.get("_".join(words[:end]), "".join(words[:end]))
        if row in known:
            return row
    raise LookupError(f"{name} is about no model: name its parts in PARTS")


def routes() -> list[Route]:
    """All addresses that answer to GET with a page."""
    return [
        route
        for path, name, item in _patterns(get_resolver().url_patterns)
        if "GET" in methods(item.callback)
        for route in _choices(Route(name, path, getattr(item.callback, "door", "")))
        if route.name not in NOT_PAGES and route.title not in NOT_PAGES
    ]


def methods(view: Any) -> set[str]:
    """What Django's decorator lets in; everything where there is none."""
    code = getattr(view, "__code__", None)
    if code and "request_method_list" in code.co_freevars:
        return set(view.__closure__[code.co_freevars.index("request_method_list")].cell_contents)
    inner = getattr(view, "__wrapped__", None)
    return methods(inner) if inner else {"GET"}


def _patterns(found: list[Any], prefix: str = "", spaces: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    for item in found:
        if isinstance(item, URLResolver):
            space = f"{spaces}{item.namespace}:" if item.namespace else spaces
            yield from _patterns(item.url_patterns, prefix + str(item.pattern), space)
        else:
            yield prefix + str(item.pattern), f"{spaces}{item.name}", item


def _choices(route: Route) -> list[Route]:
    """An address with a choice in it (`<needpart:part>`) is as many pages as there are choices."""
    from django.urls.converters import get_converters

    for part in PART.finditer(route.path):
        regex = getattr(get_converters().get(part[1] or "str"), "regex", "")
        if ONE_OF.fullmatch(regex) and part[2] not in PARTS.get(route.name, {}):
            return [
                Route(route.name, route.path.replace(part[0], choice), route.door, choice)
                for choice in regex.split("|")
            ]
    return [route]
