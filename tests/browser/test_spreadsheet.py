"""A messy spreadsheet becomes a clean preview, goes in, and comes out again."""

import threading

import pytest
from django.core.management import call_command
from django.db import connections
from playwright.sync_api import Page, expect

from ecosystem.imports.actions import jobs
from tests.browser.conftest import DESK
from tests.browser.keyboard import Keyboard
from tests.browser.world import ADMIN, SLUG

NAME = "Lista de primavera FINAL.csv"
MESSY = """Lista de primavera, FINAL 2;;;;;
;;;;;
Grupo;Qué ofrece;Área;Teléfono;¿Llaman a la policía?;Última revisión
Barbería Loom;Escuchan; Sanación;740 555 0911;nunca;12/03/2026
Tía Rosa;Té de noche;Respuesta a crisis;740-555-0912;tal vez si hay ruido;01/05/2026
Fridge on Fifth;Free fridge;Comida;740 555 0178;nunca;12/04/2026
""".encode("cp1252")


def upload(page: Page) -> Keyboard:
    """The first two steps, by keys. Choosing the file itself is the browser's own window."""
    keys = Keyboard(page)
    page.goto(f"/c/{SLUG}/map/import/add/")
    keys.reach(page.locator("input[type=file]"))
    page.locator("input[type=file]").set_input_files({"name": NAME, "mimeType": "text/csv", "buffer": MESSY})
    keys.press("button", "Read the file")
    keys.press("button", "Go on to the columns")
    expect(page.get_by_label("What is Grupo?")).not_to_have_value("")
    keys.press("button", "Read the rows")
    return keys


def test_a_messy_sheet_goes_in_with_one_correction_and_is_taken_back(page_of, fresh):
    page = page_of(ADMIN, viewport=DESK)
    keys = upload(page)
    expect(page.get_by_role("heading", name="Look at the rows before they go in")).to_be_visible()

    wrong = page.locator("tr.t-wrong", has_text="Tía Rosa")
    keys.reach(wrong.get_by_text("Type it"))
    page.keyboard.press("Enter")
    keys.reach(wrong.locator("input[type=text]").first)
    page.keyboard.press("Control+a")
    page.keyboard.type("nunca")
    page.keyboard.press("Enter")
    expect(page.locator("tr.t-new", has_text="Tía Rosa")).to_be_visible()
    assert page.locator("tr.t-wrong").count() == 0

    keys.reach(page.get_by_role("button", name="on the map"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="on the map")).to_be_visible()
    page.goto(f"/c/{SLUG}/map/resources/?q=rosa")
    expect(page.get_by_role("link", name="Tía Rosa").first).to_be_visible()

    page.go_back()
    keys.press("button", "Undo this import")
    expect(page.get_by_role("heading", name="This import was taken back")).to_be_visible()
    page.goto(f"/c/{SLUG}/map/resources/?q=rosa")
    expect(page.get_by_role("link", name="Tía Rosa")).to_have_count(0)


def test_a_long_file_is_read_by_the_worker_while_the_page_waits(page_of, fresh, monkeypatch):
    monkeypatch.setattr(jobs, "AT_ONCE", 0)
    page = page_of(ADMIN, viewport=DESK)
    upload(page)
    expect(page.locator("eco-progress progress")).to_be_visible()

    work()

    expect(page.get_by_role("heading", name="Look at the rows before they go in")).to_be_visible()


def work() -> None:
    """Do what is queued, in a thread of its own: Playwright's loop has this one."""
    failures: list[BaseException] = []

    def run() -> None:
        try:
            call_command("work", once=True)
        except BaseException as error:
            failures.append(error)
        finally:
            connections.close_all()

    worker = threading.Thread(target=run)
    worker.start()
    worker.join(timeout=60)
    assert failures == []


@pytest.mark.parametrize(
    ("name", "content"), [("list.csv", b"\x00\x00\x00"), ("list.xlsx", b"PK\x03\x04 broken"), ("x.csv", b"")]
)
def test_a_broken_file_gets_a_clear_sentence(page_of, fresh, name, content):
    page = page_of(ADMIN)
    page.context.watch.expect("status of 422")
    page.goto(f"/c/{SLUG}/map/import/add/")

    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Read the file").click()

    expect(page.locator("main .error").first).to_be_visible()
    page.context.watch.check(*page.context.watch.look(page))
