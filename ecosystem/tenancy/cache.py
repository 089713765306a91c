"""The cache that all processes share: a table, written in a transaction beside the request's.

So a code that was used stays used when the request fails, whichever process comes next. Values are JSON: whoever could
write into this table still could not make us run anything, as with pickles.
"""

import hashlib
import hmac
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db.models import Q
from django.utils import timezone

from ecosystem.tenancy.models import CacheEntry
from ecosystem.tenancy.outside import outside


class OutsideCache(BaseCache):
    """Django's cache over CacheEntry."""

    def __init__(self, location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def add(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """False when it is there already. Of two at the same moment one only gets True."""
        hidden, until = self._hidden(key, version), self._until(timeout)
        with outside() as alias:
            rows = CacheEntry.objects.using(alias)
            rows.filter(expires_at__lte=timezone.now()).delete()
            _row, is_new = rows.get_or_create(key=hidden, defaults={"value": value, "expires_at": until})
        return is_new

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        with outside() as alias:
            found = CacheEntry.objects.using(alias).filter(_living(), key=self._hidden(key, version))
            row = found.values_list("value", flat=True).first()
            return default if row is None else row

    def set(self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> None:
        values = {"value": value, "expires_at": self._until(timeout)}
        with outside() as alias:
            CacheEntry.objects.using(alias).update_or_create(key=self._hidden(key, version), defaults=values)

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        with outside() as alias:
            found = CacheEntry.objects.using(alias).filter(_living(), key=self._hidden(key, version))
            return bool(found.update(expires_at=self._until(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        with outside() as alias:
            return bool(CacheEntry.objects.using(alias).filter(key=self._hidden(key, version)).delete()[0])

    def clear(self) -> None:
        with outside() as alias:
            CacheEntry.objects.using(alias).all().delete()

    def _hidden(self, key: Any, version: int | None) -> bytes:
        words = self.make_and_validate_key(key, version=version)
        return hmac.digest(f"ecosystem.cache {settings.SECRET_KEY}".encode(), words.encode(), hashlib.sha256)

    def _until(self, timeout: Any) -> datetime | None:
        seconds = self.default_timeout if timeout is DEFAULT_TIMEOUT else timeout
        return None if seconds is None else timezone.now() + timedelta(seconds=seconds)


def _living() -> Q:
    return Q(expires_at=None) | Q(expires_at__gt=timezone.now())


def delete_expired() -> int:
    """Every night: what nobody asked for again."""
    return CacheEntry.objects.filter(expires_at__lte=timezone.now()).delete()[0]
