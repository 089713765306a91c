"""Pages that everybody may open say nothing about anybody."""

import pytest

PAGES = ["/", "/what-we-hold/", "/credits/", "/help/", "/weather/", "/account/login/", "/health/"]


@pytest.mark.parametrize("page", PAGES)
def test_open_pages_name_no_coalition_and_no_person(client, north, ana, page):
    response = client.get(page)

    assert response.status_code == 200
    assert "North" not in response.content.decode()
    assert "Ana" not in response.content.decode()


def test_quick_exit_signs_out_and_clears_the_browser(client, ben):
    client.force_login(ben.user)

    left = client.post("/leave/")

    assert left.headers["Location"] == "/weather/"
    assert left.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert client.get("/c/north/people/").headers["Location"].startswith("/account/login/")


def test_quick_exit_works_as_a_link_too_and_without_a_form_token(ben):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(ben.user)

    assert client.get("/leave/").status_code == 302
    client.force_login(ben.user)
    assert client.post("/leave/").status_code == 302


def test_the_page_after_leaving_names_nothing_of_ours(client, db):
    page = client.get("/weather/").content.decode().lower()

    assert "ecosystem" not in page
    assert 'href="/"' not in page


def test_the_language_can_be_switched_by_button_and_by_link(client, db):
    button = client.post("/language/", {"language": "es", "next": "/credits/"})
    link = client.get("/language/en/?next=/help/")

    assert (button.headers["Location"], button.cookies["django_language"].value) == ("/credits/", "es")
    assert (link.headers["Location"], link.cookies["django_language"].value) == ("/help/", "en")


def test_the_switch_leads_nowhere_else(client, db):
    assert client.get("/language/es/?next=https://elsewhere.example/").headers["Location"] == "/"


def test_the_switch_is_remembered_for_a_person(client, ben):
    client.force_login(ben.user)

    client.post("/language/", {"language": "es", "next": "/"})

    ben.user.refresh_from_db()
    assert ben.user.language == "es"
