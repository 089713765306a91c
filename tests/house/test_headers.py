"""What every answer says to the browser, pages of errors too."""

import pytest
from django.test import Client

PAGES = ["/", "/account/login/", "/c/north/", "/c/north/map/needs/", "/coalitions/", "/account/", "/leave/", "/health/"]
ERRORS = {"/nowhere/": 404, "/c/elsewhere/": 404, "/c/north/people/settings/": 403, "/i/guessed/": 404}


def told(response):
    return {
        name: response.headers.get(name, "")
        for name in ("Referrer-Policy", "Cross-Origin-Opener-Policy", "X-Content-Type-Options", "X-Frame-Options")
    }


ALWAYS = {
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


def refuses_others(response):
    policy = response.headers["Content-Security-Policy"]
    parts = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    scripts = parts["script-src"].split()
    return (
        parts["default-src"] == "'none'"
        and parts["frame-ancestors"] == "'none'"
        and parts["base-uri"] == "'none'"
        and all(word == "'self'" or word.startswith("'nonce-") for word in scripts)
        and "unsafe" not in policy
    )


@pytest.mark.parametrize("page", PAGES)
def test_every_page_says_what_browsers_may_do(client, ben, page):
    client.force_login(ben.user)

    response = client.get(page)

    assert response.status_code in {200, 302}
    assert told(response) == ALWAYS
    assert refuses_others(response)
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(("page", "status"), ERRORS.items())
def test_pages_of_errors_say_the_same(client, ben, page, status):
    client.force_login(ben.user)

    response = client.get(page)

    assert response.status_code == status
    assert told(response) == ALWAYS
    assert refuses_others(response)
    assert "no-store" in response["Cache-Control"]


def test_what_broke_and_what_was_forged_say_the_same(ben, monkeypatch):
    from ecosystem.overview import views

    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.force_login(ben.user)
    monkeypatch.setattr(views, "home_of", lambda membership: 1 / 0)

    for response, status in ((client.get("/c/north/"), 500), (client.post("/c/north/drafts/save/?key=x"), 403)):
        assert response.status_code == status
        assert told(response) == ALWAYS
        assert refuses_others(response)
        assert "no-store" in response["Cache-Control"]


def test_the_sessions_cookie_is_for_us_alone(client, ben, settings):
    ben.user.set_password("seven warm kettles")
    ben.user.save()
    client.post("/account/login/", {"login": "ben", "password": "seven warm kettles"})
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_away_from_a_demo_cookies_go_over_tls_only():
    """Settings are read once: another process reads them as a host's would."""
    import os
    import subprocess
    import sys

    names = ["SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS", "DEBUG"]
    asked = f"from ecosystem import settings; print([getattr(settings, name) for name in {names}])"
    environment = {
        **os.environ,
        "DATABASE_URL": "postgres://ecosystem_app:x@localhost/ecosystem",
        "SECRET_KEY": "x" * 50,
        "ALLOWED_HOSTS": "map.example.org",
        "MASTER_KEYS": "1:" + "A" * 43 + "=",
    }
    out = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)

    assert out.stdout.strip() == "[True, True, True, 31536000, False]"
