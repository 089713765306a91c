"""A small screen, a bad connection, somebody looking over the shoulder, and no script at all."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE
from tests.browser.world import ADMIN, ORGANIZER, SLUG

WORDS = "Comida caliente, sin preguntas"


def wait_for_autosave(page: Page) -> None:
    page.evaluate("customElements.whenDefined('eco-autosave').then(() => true)")


def test_what_was_typed_on_a_phone_is_still_there_after_the_connection_broke(open_browser, fresh):
    context = open_browser(ORGANIZER, language="es", viewport=PHONE)
    context.watch.expect("ERR_INTERNET_DISCONNECTED")
    page = context.new_page()
    address = f"/c/{SLUG}/map/resources/{fresh.rows['resource']}/edit/"
    page.goto(address)
    wait_for_autosave(page)
    offers = page.locator("textarea[name=offers]")
    saved = page.locator("[data-saved]:visible").first

    offers.fill(WORDS)
    expect(saved).to_contain_text("Guardado hace un momento")
    context.set_offline(True)
    offers.fill(f"{WORDS}, todos los días")
    expect(saved).to_contain_text("Todavía sin guardar")
    context.set_offline(False)
    expect(saved).to_contain_text("Guardado hace un momento")
    page.close()

    page = context.new_page()
    page.goto(address)

    expect(page.locator("textarea[name=offers]")).to_have_value(f"{WORDS}, todos los días")


def test_a_draft_is_seen_by_nobody_else(open_browser, fresh):
    address = f"/c/{SLUG}/map/resources/{fresh.rows['resource']}/edit/"
    page = open_browser(ORGANIZER).new_page()
    page.goto(address)
    wait_for_autosave(page)
    page.locator("textarea[name=offers]").fill(WORDS)
    expect(page.locator("[data-saved]:visible").first).to_contain_text("Saved a moment ago")

    other = open_browser(ADMIN).new_page()
    other.goto(address)

    assert WORDS not in other.content()


@pytest.mark.parametrize("how", ["a tap", "Escape twice"])
def test_one_leaves_at_once_and_the_way_back_is_closed(page_of, fresh, how):
    page = page_of(ORGANIZER)
    page.context.watch.expect("Clear-Site-Data")
    page.goto(f"/c/{SLUG}/map/")
    page.evaluate("customElements.whenDefined('eco-quick-exit').then(() => true)")

    if how == "a tap":
        page.get_by_role("button", name="Leave now").click()
    else:
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
    page.wait_for_url("**/weather/")

    assert "Harrow" not in page.content()
    page.go_back()
    assert SLUG not in page.url or "Sign in" in page.title()


def test_lists_and_forms_work_without_script(page_of, fresh):
    page = page_of(ORGANIZER, java_script_enabled=False)

    page.goto(f"/c/{SLUG}/map/groups/add/")
    page.get_by_label("What do people call the group?").fill("Moth Light Porch")
    page.get_by_label("What does it offer, in a few words?").fill("Tea after midnight")
    page.get_by_role("button", name="Add to the map").click()
    expect(page.get_by_role("heading", name="Moth Light Porch")).to_be_visible()

    page.goto(f"/c/{SLUG}/map/resources/?q=midnight")
    expect(page.get_by_role("link", name="Tea after midnight")).to_be_visible()

    page.goto(f"/c/{SLUG}/map/sheet/add/")
    page.get_by_label("What exists? A group, a place, a person’s role").fill("The corner barber")
    page.get_by_label("Area").select_option(label="Legal help")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("It is on the sheet.")).to_be_visible()
    page.goto(f"/c/{SLUG}/map/")
    expect(page.locator("#sheet").get_by_text("The corner barber")).to_be_visible()


def test_one_leaves_without_script_too(page_of, fresh):
    page = page_of(ORGANIZER, java_script_enabled=False)
    page.context.watch.expect("Clear-Site-Data")
    page.goto(f"/c/{SLUG}/map/")

    page.get_by_role("button", name="Leave now").click()

    assert page.url.endswith("/weather/")
    page.goto(f"/c/{SLUG}/map/")
    assert "/account/login/" in page.url
