"""Every page there is, read from the addresses, so that none is forgotten.

A new page with nothing but known ids in its address needs no line here. What needs more says so in one of three tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import get_converters

from ecosystem.accounts.pages import ALLAUTH_PAGES
from mapping.forms.resource_parts import PARTS as RESOURCE_PARTS
from tests.browser.world import (
    ADMIN,
    COORDINATOR,
    HOST,
    NEW_COORDINATOR,
    NOBODY,
    ORGANIZER,
    RESEARCHER,
    SLUG,
    World,
)

PART = re.compile(r"<(?:(\w+):)?(\w+)>")
ONE_OF = re.compile(r"\w+(\|\w+)+")
WHO = {"members": ADMIN, "signed_in": ADMIN, "hosts": HOST, "anyone": NOBODY, "by_link": NOBODY}

# Opened as somebody else than the door suggests; several names open it once each.
OPENED_BY: Final[dict[str, tuple[str, ...]]] = {
    "account_login": (NOBODY,),
    "account_inactive": (NOBODY,),
    "accounts:second_factor": (NEW_COORDINATOR,),
    "mfa_activate_totp": (ADMIN,),
    "overview:home": (ADMIN, ORGANIZER, RESEARCHER),
}
NEED, RESOURCE, GROUP, PERSON, WAITING = (
    {"pk": f"{{{row}}}"} for row in ("need", "resource", "organization", "membership", "spreadsheet")
)
# What stands in the place of an address's parts, where the house's naming does not tell.
PARTS: Final[dict[str, dict[str, str]]] = {
    "accounts:host_invite": {"pk": "{coalition}"},
    "accounts:host_close": {"pk": "{coalition}"},
    "people:new_seat": PERSON,
    "people:new_seat_approve": {"pk": "{invitation}"},
    "people:seat_give": PERSON,
    "mapping:sheet_move:resource": RESOURCE,
    "mapping:sheet_move:need": NEED,
    "mapping:evidence_add": NEED,
    "mapping:take_add": NEED,
    "mapping:match_add": NEED,
    "mapping:feedback_list": RESOURCE,
    "mapping:place_add": GROUP,
    "mapping:relation_add": GROUP,
    "imports:import_file": WAITING,
    "imports:import_columns": WAITING,
    "imports:import_rows": WAITING,
    "imports:import_done": {"pk": "{done}"},
    "imports:row_merge": {"pk": "{spreadsheet}", "row": "{duplicate}"},
    "history:record": {"kind": "need", "pk": "{need}"},
    "consent:consent_give": {"kind": "organization", "pk": "{organization}", "purpose": "guide"},
}
# Parts that take several values; each value is a page of its own.
VALUES: Final[dict[str, dict[str, list[str]]]] = {
    "mapping:resource_edit": {"part": [part.key for part in RESOURCE_PARTS]},
    "mapping:resource_paper": {"part": [part.key for part in RESOURCE_PARTS]},
}
QUERIES: Final[dict[str, tuple[str, ...]]] = {
    "mapping:comparison": ("", "?as=picture", "?by=population"),
    "imports:import_rows": ("", "?state=wrong"),
}
# The model of a page's row, where the first words of its name are not the model's.
ROW_OF: Final[dict[str, str]] = {"person": "membership", "own_chip": "ownchip"}
NOT_PAGES: Final[dict[str, str]] = {
    "accounts:leave": "the quick exit, which has its own journey",
    "accounts:health": "one plain word for machines",
    "accounts:language_link": "a way on",
    "accounts:go_on": "a way on",
    "mapping:sheet_pdf": "a file",
    "mapping:worksheet_pdf": "a file",
    "mapping:comparison_file": "a file",
    "mapping:list_export": "a file",
    "mapping:record_past": "a fragment that comes when somebody scrolls that far",
    "mapping:organization_like": "a fragment that shows while one types",
    "files:download": "a file",
    "accounts:own_data": "a file",
    "imports:import_wrong": "a file",
    "imports:import_progress": "JSON for the progress bar",
    "mfa_reauthenticate_webauthn": "needs a real passkey: the journey of passkeys looks at it",
    "mfa_edit_webauthn": "needs a real passkey: the journey of passkeys looks at it",
    "mfa_remove_webauthn": "needs a real passkey: the journey of passkeys looks at it",
    "mfa_authenticate": "opens after a password only; the journey of factors goes through it",
    "mfa_login_webauthn": "JSON for the passkey script",
    "mfa_download_recovery_codes": "a file",
}


@dataclass(frozen=True)
class Route:
    """One address of the resolver, with the values of its choices filled in."""

    name: str
    path: str
    door: str
    choices: tuple[str, ...] = ()
    query: str = ""

    @property
    def title(self) -> str:
        return ":".join((self.name, *self.choices)) + self.query

    @property
    def who(self) -> tuple[str, ...]:
        if self.name in OPENED_BY:
            return OPENED_BY[self.name]
        return (COORDINATOR if self.name in ALLAUTH_PAGES else WHO[self.door],)

    def address(self, world: World) -> str:
        """The whole address.

        Raises:
            LookupError: the world has no row for it.
        """
        return "/" + PART.sub(lambda part: self._value(part[2], world), self.path) + self.query

    def _value(self, key: str, world: World) -> str:
        given = PARTS.get(":".join((self.name, *self.choices)), PARTS.get(self.name, {}))
        if key in given:
            return given[key].format(**world.rows)
        if key in {"slug", "token"}:
            return {"slug": SLUG, "token": world.token}[key]
        row = model_of(self.name) if key == "pk" else key.removesuffix("_pk").removesuffix("_id")
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
        for path, name, item in patterns(get_resolver().url_patterns)
        if "GET" in methods(item.callback) and name not in NOT_PAGES
        for plain in _chosen(Route(name, path, getattr(item.callback, "door", "")))
        for route in (replace(plain, query=query) for query in QUERIES.get(name, ("",)))
    ]


def methods(view: Any) -> set[str]:
    """What Django's decorator lets in; everything where there is none."""
    code = getattr(view, "__code__", None)
    if code and "request_method_list" in code.co_freevars:
        return set(view.__closure__[code.co_freevars.index("request_method_list")].cell_contents)
    inner = getattr(view, "__wrapped__", None)
    return methods(inner) if inner else {"GET"}


def patterns(found: list[Any], prefix: str = "", spaces: str = "") -> Iterator[tuple[str, str, URLPattern]]:
    for item in found:
        if isinstance(item, URLResolver):
            space = f"{spaces}{item.namespace}:" if item.namespace else spaces
            yield from patterns(item.url_patterns, prefix + str(item.pattern), space)
        else:
            yield prefix + str(item.pattern), f"{spaces}{item.name}", item


def _chosen(route: Route) -> list[Route]:
    """An address with a choice in it (`<needpart:part>`) is as many pages as there are choices."""
    for part in PART.finditer(route.path):
        if values := _values(route.name, part):
            filled = [(value, route.path.replace(part[0], value)) for value in values]
            plain = [replace(route, path=path, choices=(*route.choices, value)) for value, path in filled]
            return [done for one in plain for done in _chosen(one)]
    return [route]


def _values(name: str, part: re.Match[str]) -> list[str]:
    if part[2] in PARTS.get(name, {}):
        return []
    regex = getattr(get_converters().get(part[1] or "str"), "regex", "")
    return VALUES.get(name, {}).get(part[2]) or (regex.split("|") if ONE_OF.fullmatch(regex) else [])
