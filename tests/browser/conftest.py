"""A real Chromium against the real application, in a world of its own."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser.database import WorldDatabase
from tests.browser.server import Server
from tests.browser.watch import Watch, cookies
from tests.browser.world import World, build

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
LOCALES = {"en": "en-US", "es": "es-US"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pictures", action="store_true", default=False, help="take the documentation's pictures anew")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "pictures: only with --pictures")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """One worker drives Chromium. Pictures are taken only when asked for, and then nothing else runs."""
    asked, left_out = config.getoption("--pictures", False), []
    for item in list(items):
        if "tests/browser/" not in item.path.as_posix():
            continue
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.xdist_group("browser"))
        if ("pictures" in item.keywords) != asked:
            items.remove(item)
            left_out.append(item)
    if left_out:
        config.hook.pytest_deselected(items=left_out)


class Site:
    """The running application and its world."""

    def __init__(self, url: str, world: World, database: WorldDatabase) -> None:
        self.url, self.world, self.database = url, world, database
        self.is_dirty = False


@pytest.fixture(scope="package")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """Serves the world from inside this process. Django may be called while Playwright's loop runs: hence the variable."""
    if not CHROMIUM:
        pytest.skip("no chromium here: browser tests are left out (apt-get install chromium, or set CHROMIUM)")
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        database = WorldDatabase()
        try:
            world = database.build(build)
            with override_settings(OUTSIDE_DATABASE="outside", WHITENOISE_AUTOREFRESH=False), Server() as server:
                yield Site(server.url, world, database)
        finally:
            database.leave()


@pytest.fixture(scope="package")
def chromium(site: Site) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def world(site: Site, django_db_blocker: Any, settings: Any) -> Iterator[World]:
    """The world, untouched. Tests that change it ask for `fresh` instead."""
    settings.OUTSIDE_DATABASE = "outside"
    if site.is_dirty:
        site.database.restore()
        site.is_dirty = False
    with django_db_blocker.unblock():
        yield site.world


@pytest.fixture
def fresh(world: World, site: Site) -> World:
    """The world for a test that changes it."""
    site.is_dirty = True
    return world


Opens = Callable[..., BrowserContext]


@pytest.fixture
def open_browser(world: World, site: Site, chromium: Browser) -> Iterator[Opens]:
    """Open a browser as somebody: `open_browser("amina", language="es", viewport=PHONE)`. Everything in it is watched."""
    opened: list[BrowserContext] = []

    def opens(who: str = "", *, language: str = "en", viewport: Any = PHONE, **options: Any) -> BrowserContext:
        context = chromium.new_context(
            base_url=site.url,
            locale=LOCALES[language],
            viewport=viewport,
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(10_000)
        context.add_cookies(cookies(site.url, django_language=language))
        if who:
            context.add_cookies(cookies(site.url, sessionid=world.sessions[who]))
        context.watch = Watch(context, site.url)  # type: ignore[attr-defined] # read by the tests
        opened.append(context)
        return context

    yield opens
    for context in opened:
        context.close()
    for context in opened:
        context.watch.check()  # type: ignore[attr-defined]


@pytest.fixture
def page_of(open_browser: Opens) -> Callable[..., Page]:
    """A page as somebody, with the same words as `open_browser`."""
    return lambda *who, **options: open_browser(*who, **options).new_page()
