"""Django's session engine over our table: the key is hashed, no address is kept.

A session's data says where somebody was going and what they had typed before they were asked for their password. So it
is encrypted with a key made of the cookie's, of which the table has a hash only: a dump says nothing.
"""

import base64
import hashlib
import hmac
import os
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ecosystem.accounts.models import Session

DEVICE = "device"  # in the session's data: what kind of device, in two words
NONCE_BYTES = 12
DEVICES = {"iPad": "tablet", "Tablet": "tablet", "Mobi": "phone", "Android": "tablet"}
BROWSERS = {
    "Firefox/": "Firefox",
    "Edg/": "Edge",
    "OPR/": "Opera",
    "Chrome/": "Chrome",
    "CriOS/": "Chrome",
    "Safari/": "Safari",
}


def device_words(user_agent: str) -> str:
    """Just enough to tell one's own devices apart: `phone, Firefox`. No versions, nothing that finds a person."""
    kind = next((word for sign, word in DEVICES.items() if sign in user_agent), "computer")
    browser = next((word for sign, word in BROWSERS.items() if sign in user_agent), "other")
    return f"{kind}, {browser}"


def key_hash(key: str) -> bytes:
    return hashlib.sha256(key.encode()).digest()


def _box(key: str) -> AESGCM:
    return AESGCM(hmac.digest(f"ecosystem.sessions {settings.SECRET_KEY}".encode(), key.encode(), hashlib.sha256))


def sealed(words: str, key: str) -> str:
    """A session's data, for whoever holds the cookie."""
    nonce = os.urandom(NONCE_BYTES)
    return base64.b64encode(nonce + _box(key).encrypt(nonce, words.encode(), None)).decode()


def opened(words: str, key: str) -> str:
    """Nothing when it was sealed with another secret."""
    try:
        raw = base64.b64decode(words)
        return _box(key).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], None).decode()
    except (InvalidTag, ValueError):
        return ""


class SessionStore(SessionBase):
    """Named as Django's engines are. The user's id stands beside the data, so that sessions can be listed and ended."""

    def load(self) -> dict[str, Any]:
        found = self._rows(self.session_key).filter(expires_at__gt=timezone.now()).first() if self.session_key else None
        if found is None:
            self._session_key = None
            return {}
        return self.decode(opened(found.data, self.session_key or ""))

    def exists(self, session_key: str) -> bool:
        return self._rows(session_key).exists()

    def create(self) -> None:
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined] # of SessionBase
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined] # of SessionBase
        user_id = data.get(SESSION_KEY)
        values = {
            "data": sealed(self.encode(data), self.session_key),
            "user_id": UUID(user_id) if user_id else None,
            "device": data.get(DEVICE, ""),
            "expires_at": self.get_expiry_date(),
        }
        if must_create:
            self._insert(values)
        elif not self._rows(self.session_key).update(**values):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            self._rows(key).delete()

    @classmethod
    def clear_expired(cls) -> None:
        Session.objects.filter(expires_at__lte=timezone.now()).delete()

    @staticmethod
    def _rows(key: str | None) -> Any:
        return Session.objects.filter(key_hash=key_hash(key or ""))

    def _insert(self, values: dict[str, Any]) -> None:
        try:
            with transaction.atomic():
                Session.objects.create(key_hash=key_hash(self.session_key or ""), **values)
        except IntegrityError as error:
            raise CreateError from error
