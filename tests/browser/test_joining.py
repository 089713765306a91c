"""Coming in: by invitation only, without an e-mail, with a second step for those who see much."""

import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from tests.browser.world import ADMIN, NEW_COORDINATOR, SLUG

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def give_authenticator(page: Page) -> None:
    """A device that says yes to everything."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def invited(page: Page, role: str) -> str:
    """Invite somebody; the link that shows once."""
    page.goto(f"/c/{SLUG}/people/invite/")
    page.get_by_label("who it is for").fill("Rosa")
    page.get_by_role("radio", name=role).check()
    page.get_by_role("button", name="Make the invitation").click()
    return page.locator("#invitation-link").inner_text()


def join(page: Page, link: str) -> None:
    page.goto(link)
    page.get_by_label("What people call you here").fill("Rosa")
    page.get_by_label("User name").fill("rosa")
    page.get_by_label("Password").fill("three quiet words here")
    page.get_by_role("button", name="Make my account and join").click()


def test_a_new_organizer_comes_in_and_is_asked_for_no_e_mail(page_of, fresh):
    link = invited(page_of(ADMIN), "Organizer")
    page = page_of()

    page.goto(link)
    assert "mail" not in page.locator("main form").inner_text().lower()
    join(page, link)

    assert page.url.endswith(f"/c/{SLUG}/")
    expect(page.get_by_text("Welcome, Rosa.")).to_be_visible()


def test_an_invitation_opens_once(page_of, open_browser, fresh):
    link = invited(page_of(ADMIN), "Organizer")
    join(page_of(), link)
    late = open_browser()
    late.watch.expect("status of 404")

    answer = late.new_page().goto(link)

    assert answer.status == 404


def test_a_new_coordinator_sets_up_an_app_before_seeing_anything(page_of, open_browser, fresh):
    link = invited(page_of(ADMIN), "Coordinator")
    page = page_of()
    join(page, link)
    expect(page.get_by_role("heading", name="One more step at sign-in")).to_be_visible()

    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator("p.copy").inner_text()
    page.get_by_label("Six digits").fill(code_of(secret))
    page.get_by_role("button", name="Turn it on").click()
    page.goto(f"/c/{SLUG}/map/")
    expect(page.get_by_role("heading", name="The ecosystem sheet")).to_be_visible()

    again = open_browser().new_page()
    again.goto(f"/c/{SLUG}/map/")
    again.get_by_label("User name").fill("rosa")
    again.get_by_label("Password").fill("three quiet words here")
    again.get_by_role("button", name="Sign in", exact=True).click()
    expect(again.get_by_role("heading", name="The second step")).to_be_visible()


def test_a_passkey_is_made_and_signs_in_without_a_word_typed(page_of, fresh):
    page = page_of(NEW_COORDINATOR)
    give_authenticator(page)
    page.goto(f"/c/{SLUG}/map/")
    page.get_by_role("link", name="Set up a passkey").click()
    if "/reauthenticate/" in page.url:
        page.get_by_label("Password").fill("a long walk home")
        page.locator("main form button").first.click()
    page.get_by_label("What you call this device").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
    page.goto("/account/2fa/webauthn/")
    ways = [link.get_attribute("href") for link in page.locator("main a[href*='/keys/']").all()]
    assert len(ways) == 2
    for address in (*ways, "/account/2fa/webauthn/", "/account/2fa/webauthn/reauthenticate/"):
        page.goto(address)
        page.context.watch.check(*page.context.watch.look(page))

    page.context.clear_cookies(name="sessionid")
    page.goto(f"/account/login/?next=/c/{SLUG}/map/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    expect(page.get_by_role("heading", name="The ecosystem sheet")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "es"])
def test_strangers_learn_nothing_but_the_sign_in(page_of, language):
    page = page_of(language=language)

    page.goto(f"/c/{SLUG}/map/")

    assert "/account/login/" in page.url
    assert "Harrow Bend" not in page.content()
