"""Everything that matters works without a pointer."""

from playwright.sync_api import expect

from ecosystem.demo.people import SIGN_INS
from tests.browser.conftest import DESK
from tests.browser.keyboard import Keyboard
from tests.browser.world import ORGANIZER, SLUG

PASSWORDS = {person.username: person.password for person in SIGN_INS}


def test_somebody_signs_in_adds_a_group_fills_a_part_and_sees_it_on_the_sheet(page_of, fresh):
    page = page_of(viewport=DESK)
    keys = Keyboard(page)

    page.goto(f"/c/{SLUG}/map/groups/add/")
    keys.type("User name", ORGANIZER)
    keys.type("Password", PASSWORDS[ORGANIZER])
    keys.press("button", "Sign in")

    keys.type("What do people call the group?", "Moth Light Porch")
    keys.choose("Informal group")
    keys.type("What does it offer, in a few words?", "Tea after midnight")
    keys.tick("Crisis response")
    keys.press("button", "Add, and say more")

    keys.type("What does it offer?", "Tea and company on the porch, whoever comes.")
    keys.press("button", "Finish later")

    expect(page.get_by_role("status").filter(has_text="is saved")).to_be_visible()
    expect(page.get_by_text("Tea and company on the porch")).to_be_visible()
    keys.press("link", "Map")
    area = page.locator("section").filter(has=page.get_by_role("heading", name="Crisis response"))
    expect(area.get_by_role("link", name="Tea after midnight")).to_be_visible()


def test_somebody_draws_their_own_sheet_and_merges_it_into_ours(page_of, fresh):
    page = page_of(ORGANIZER, viewport=DESK)
    keys = Keyboard(page)
    page.goto(f"/c/{SLUG}/map/")

    keys.press("link", "Mine")
    keys.type("What exists: Food", "Fridge on Fifth")
    page.keyboard.press("Enter")
    expect(page.locator(".chip", has_text="Fridge on Fifth")).to_be_visible()
    keys.type("What is needed: Legal help", "Somewhere dry for my brother")
    page.keyboard.press("Enter")
    expect(page.locator(".hole", has_text="Somewhere dry for my brother")).to_be_visible()

    keys.press("link", "Merge mine into ours")
    fridge = page.get_by_role("group", name="Fridge on Fifth")
    keys.choose("The same as Fridge on Fifth", within=fridge)
    keys.choose("New: put it on our sheet", within=page.get_by_role("group", name="Somewhere dry"))
    keys.press("button", "Merge into ours")

    page.wait_for_url(f"**/c/{SLUG}/map/")
    expect(page.locator("#sheet").get_by_text("Somewhere dry for my brother")).to_be_visible()
    assert page.locator("#sheet").get_by_role("link", name="Fridge on Fifth").count() == 1


def test_a_chip_is_lifted_and_put_elsewhere_with_arrow_keys(page_of, fresh):
    page = page_of(ORGANIZER, viewport=DESK)
    keys = Keyboard(page)
    page.goto(f"/c/{SLUG}/map/?arrange=1")

    keys.press("button", "Lift A kitchen with a ramp with the keyboard", "Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    streets = page.locator("section").filter(has=page.get_by_role("heading", name="Safer streets"))
    expect(streets.get_by_text("A kitchen with a ramp")).to_be_visible()


def test_the_first_tab_leads_past_the_frame(page_of):
    page = page_of(ORGANIZER)
    page.goto(f"/c/{SLUG}/map/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the page")).to_be_focused()
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "page"
