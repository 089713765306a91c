"""Each page in both languages, on a phone and on a desk: nobody is shut out, nothing breaks, nothing scrolls sideways."""

import pytest
from django.urls import get_resolver

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import NOT_PAGES, OPENED_BY, PARTS, QUERIES, VALUES, patterns, routes

PAGES = [pytest.param(route, who, id=f"{route.title}-{who or 'anyone'}") for route in routes() for who in route.who]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(("route", "who"), PAGES)
def test_page_works_for_everybody(route, who, language, page_of, world):
    page = page_of(who, language=language, color_scheme="light" if language == "en" else "dark")

    answer = page.goto(route.address(world))

    found = [] if answer.status == 200 else [f"{route.address(world)} answers {answer.status}"]
    if page.locator("html").get_attribute("lang") != language:
        found.append(f"it does not say that it is in {language}")
    found += page.context.watch.look(page)
    page.set_viewport_size(DESK)
    page.context.watch.check(*found, *page.context.watch.look(page))


def test_no_page_is_forgotten(world):
    """Who adds a page that needs more than a known id says so in tests/browser/pages.py."""
    lost = []
    for route in routes():
        try:
            route.address(world)
        except LookupError as error:
            lost.append(f"{route.title}: {error}")
    assert lost == []


def test_what_is_said_of_addresses_is_true_of_some():
    named = {name for _path, name, _item in patterns(get_resolver().url_patterns)}
    said = {*OPENED_BY, *QUERIES, *VALUES, *NOT_PAGES, *(":".join(name.split(":")[:2]) for name in PARTS)}
    assert said - named == set()


def test_each_way_to_shut_people_out_is_noticed(page_of):
    """What the other tests rely on."""
    page = page_of(viewport=PHONE)
    page.context.watch.expect("console", "asks another host")
    page.goto("/help/")
    page.set_content("<main><img src='https://elsewhere.example/x.png' width=900></main>")

    found = " ".join(page.context.watch.look(page))

    assert "image-alt" in found
    assert "html-has-lang" in found
    assert "scrolls sideways" in found
