"""Where secrets of the installation come from: the environment, or a file that a demo makes for itself."""

import base64
import binascii
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from ecosystem import env

MASTER_KEY_BYTES = 32


def kept_secret(folder: Path, name: str) -> str:
    """A random secret that is made once and kept in the data folder, for machines without DATABASE_URL."""
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def master_keys(folder: Path, *, embedded: bool) -> dict[int, bytes]:
    """The keys that wrap all others, by number; the highest one wraps what is new.

    MASTER_KEYS reads `1:BASE64,2:BASE64`, 32 bytes each. They never enter the database or its backups.
    """
    if embedded and not env.text("MASTER_KEYS"):
        secret = kept_secret(folder, "master_key")
        return {1: secret.encode()[:MASTER_KEY_BYTES]}
    written = env.required("MASTER_KEYS", why="What people keep private is encrypted with it. See docs/hosts.md.")
    return dict(_key(part) for part in written.split(","))


def _key(part: str) -> tuple[int, bytes]:
    number, _, secret = part.strip().partition(":")
    try:
        found = int(number), base64.b64decode(secret, validate=True)
    except (ValueError, binascii.Error) as error:
        raise ImproperlyConfigured("MASTER_KEYS must read 1:BASE64,2:BASE64.") from error
    if len(found[1]) != MASTER_KEY_BYTES:
        raise ImproperlyConfigured(f"Key {number} of MASTER_KEYS is not {MASTER_KEY_BYTES} bytes long.")
    return found
