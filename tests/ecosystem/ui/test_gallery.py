"""The gallery shows every component; the theme is kept; error pages need nothing."""

import re

import pytest
from django.template.loader import render_to_string
from django.test import override_settings

from ecosystem.ui import errors
from ecosystem.ui.components import register
from ecosystem.ui.vendor import ROOT


def test_every_component_is_in_the_gallery(client):
    source = "".join(path.read_text() for path in (ROOT / "templates/ui").rglob("*.html") if "gallery" in str(path))
    used = set(re.findall(r"{% (?:end)?(\w+)", source))
    inner = {"form_field", "form_errors", "house_form", "icon", "when"}

    assert client.get("/ui/").status_code == 200
    assert set(register.tags) - used - inner == set()


def test_the_gallery_has_no_inline_script_or_style(client):
    html = client.get("/ui/?wrong").content.decode()

    assert " style=" not in html
    assert " onclick=" not in html
    assert all("nonce=" in tag for tag in re.findall(r"<script[^>]*>", html))


@override_settings(EMBEDDED=False)
def test_the_gallery_does_not_exist_where_people_work(client):
    assert client.get("/ui/").status_code == 404


def test_a_chosen_theme_is_kept(client):
    client.post("/ui/theme/", {"theme": "dark", "next": "/ui/"})

    assert 'data-theme="dark"' in client.get("/ui/").content.decode()


def test_the_theme_goes_back_to_the_systems(client):
    client.post("/ui/theme/", {"theme": "dark"})
    client.post("/ui/theme/", {"theme": ""})

    assert "data-theme" not in client.get("/ui/").content.decode().split("<head>")[0]


def test_the_theme_form_never_leads_to_another_site(client):
    response = client.post("/ui/theme/", {"theme": "dark", "next": "https://elsewhere.example/"})

    assert response["Location"] == "/"


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (errors.bad_request, 400),
        (errors.forbidden, 403),
        (errors.not_found, 404),
        (errors.csrf_failure, 403),
        (errors.too_large, 413),
        (errors.too_many, 429),
    ],
)
def test_an_error_page_says_what_to_do(client, view, status):
    request = client.get("/ui/").wsgi_request

    response = view(request)

    assert response.status_code == status
    assert b"To the first page" in response.content


def test_the_last_error_page_needs_no_request_and_speaks_both_languages():
    html = render_to_string("500.html")

    assert "Something broke here" in html
    assert "Algo se rompió aquí" in html
