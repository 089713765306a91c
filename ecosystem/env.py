"""Reads the environment; a wrong or missing value stops the start with one clear sentence."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def required(name: str, *, why: str) -> str:
    """A value that has no safe default."""
    if not (value := text(name)):
        raise ImproperlyConfigured(f"{name} is not set. {why}")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    value = text(name).lower()
    if value in {"", "1", "true", "yes", "0", "false", "no"}:
        return default if value == "" else value in {"1", "true", "yes"}
    raise ImproperlyConfigured(f"{name} is “{value}”. Write yes or no.")


def number(name: str, default: int) -> int:
    value = text(name)
    if not value:
        return default
    if not value.isdigit():
        raise ImproperlyConfigured(f"{name} is “{value}”. Write a whole number.")
    return int(value)


def words(name: str) -> list[str]:
    return [word.strip() for word in text(name).split(",") if word.strip()]


def data_dir() -> Path:
    """Where the embedded database and the keys of a development machine live."""
    return Path(text("ECOSYSTEM_DATA_DIR") or BASE_DIR / ".data").resolve()


def database(name: str) -> dict[str, Any]:
    """A PostgreSQL address as Django wants it.

    Raises:
        ImproperlyConfigured: the address is not PostgreSQL's, or names no database or role.
    """
    parts = urlsplit(text(name))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"{name} must begin with postgresql://. No other database is supported.")
    options = dict(parse_qsl(parts.query))
    host = unquote(parts.hostname or "") or options.pop("host", "")
    found = {"NAME": unquote(parts.path.lstrip("/")), "USER": unquote(parts.username or "")}
    if missing := [word for word, key in (("a database", "NAME"), ("a role", "USER")) if not found[key]]:
        raise ImproperlyConfigured(f"{name} does not name {' or '.join(missing)}.")
    secret = {"PASSWORD": unquote(parts.password or ""), "HOST": host, "PORT": str(parts.port or "")}
    return {**found, **secret, "OPTIONS": options}
