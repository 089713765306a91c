"""The log says what broke and where; neither who, nor what they wrote, nor an address that opens anything."""

import io
import logging
import logging.config

import pytest
from django.db import connection
from django.test import Client

from ecosystem import logs
from ecosystem.history.tasks import clean
from ecosystem.jobs import app
from ecosystem.tenancy.scope import coalition_scope

SECRET = "Marisol-of-the-laundromat"


@pytest.fixture
def log():
    """What would stand on the console."""
    configured = logs.logging_to_console("INFO")
    formatter = configured["formatters"]["discreet"]
    handler = logging.StreamHandler(io.StringIO())
    handler.setFormatter(formatter["()"](formatter["format"]))
    handler.addFilter(logs.without_addresses)
    loggers = [logging.getLogger(name) for name in ("", "django", "django.request", "django.security", "procrastinate")]
    levels = [logger.level for logger in loggers]
    logging.getLogger().addHandler(handler)
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    yield handler.stream
    logging.getLogger().removeHandler(handler)
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)


def test_addresses_of_failed_requests_are_not_logged(log, client, ben):
    client.force_login(ben.user)
    client.get(f"/i/{SECRET}/")
    client.get(f"/c/north/map/needs/?q={SECRET}&page={SECRET}")
    client.get(f"/c/{SECRET}/")
    client.get("/c/north/people/settings/")
    Client(enforce_csrf_checks=True).post("/account/login/", {"login": SECRET, "password": SECRET})

    written = log.getvalue()
    assert "404 accounts:invitation" in written
    assert "403 people:settings" in written
    assert SECRET not in written
    assert "/c/" not in written
    assert "127.0.0.1" not in written


def test_what_people_wrote_is_not_in_the_log_of_an_error(log, ben, monkeypatch):
    from ecosystem.overview import views

    def breaks(membership):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT %s::integer", [SECRET])
        except Exception as error:
            raise ValueError(SECRET) from error

    monkeypatch.setattr(views, "home_of", breaks)
    client = Client(raise_request_exception=False)
    client.force_login(ben.user)

    response = client.get("/c/north/")

    written = log.getvalue()
    assert response.status_code == 500
    assert "500 overview:home" in written
    assert "builtins.ValueError" in written
    assert "in breaks" in written
    assert SECRET not in written


def test_jobs_are_logged_by_their_ids(log, north):
    with coalition_scope(north.pk):
        clean.defer()

    assert SECRET not in log.getvalue()
    assert {name for name in app.tasks if name.startswith("history:")} == {"history:clean", "history:nightly"}


def test_no_handler_sends_requests_by_mail():
    handlers = [handler for name in ("", "django", "django.request") for handler in logging.getLogger(name).handlers]

    assert [type(handler).__name__ for handler in handlers if "Mail" in type(handler).__name__] == []
