"""Each page in both languages, on a phone and on a desk: nobody is shut out, nothing breaks, nothing scrolls sideways."""

import pytest

from tests.browser.conftest import DESK, PHONE
from tests.browser.pages import routes

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


def test_each_way_to_shut_people_out_is_noticed(page_of):
    """What the other tests rely on."""
    page = page_of(viewport=PHONE)
    page.context.watch.expect("console", "asks another host")
    page.goto("/health/")
    page.set_content("<main><img src='https://elsewhere.example/x.png' width=900></main>")

    found = " ".join(page.context.watch.look(page))

    assert "image-alt" in found
    assert "html-has-lang" in found
    assert "scrolls sideways" in found
