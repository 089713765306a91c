"""What all processes must know for a moment, such as a code that was used. Unlogged: replicas never see it, nor should backups."""

from typing import ClassVar

from django.db import models


class CacheEntry(models.Model):
    """One short-lived value. The key is an HMAC: what packages write into theirs (who, which code) stays unread."""

    key = models.BinaryField(primary_key=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(null=True, db_index=True)

    objects: ClassVar[models.Manager["CacheEntry"]] = models.Manager()

    def __str__(self) -> str:
        return "cached"
