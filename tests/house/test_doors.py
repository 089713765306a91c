"""Every address is behind a door, or is one of the packages' pages that we let through by name."""

from django.urls import URLPattern, URLResolver, get_resolver

from ecosystem.accounts.access import LINK_MODELS
from ecosystem.accounts.pages import ALLAUTH_PAGES
from ecosystem.tenancy.registry import COALITION_TABLES

DOORS = {"members", "signed_in", "hosts", "anyone", "by_link"}
DEVELOPMENT_ONLY = "ecosystem.ui.views"


def patterns(found=None, prefix: str = ""):
    for item in get_resolver().url_patterns if found is None else found:
        if isinstance(item, URLResolver):
            yield from patterns(item.url_patterns, prefix + str(item.pattern))
        elif isinstance(item, URLPattern):
            yield prefix + str(item.pattern), item


def ours():
    return [(route, item) for route, item in patterns() if item.callback.__module__ != DEVELOPMENT_ONLY]


def test_every_view_wears_a_door():
    open_views = {
        route
        for route, item in ours()
        if getattr(item.callback, "door", None) not in DOORS and item.name not in ALLAUTH_PAGES
    }
    assert open_views == set()


def test_coalition_pages_are_for_members_only():
    found = {route: item.callback.door for route, item in ours() if route.startswith("c/<slug:slug>/")}
    assert {route for route, door in found.items() if door != "members"} == set()
    assert found


def test_one_name_for_view_and_address():
    differing = {
        route: item.name
        for route, item in ours()
        if hasattr(item.callback, "door") and item.name != item.callback.__name__
    }
    assert differing == {}


def test_links_open_known_tables_only():
    labels = {model._meta.label for model in COALITION_TABLES.values()}
    assert {kind: models - labels for kind, models in LINK_MODELS.items() if models - labels} == {}
