"""How often somebody knocked. The table is unlogged: a crash forgets it, replicas never see it, nor should backups."""

from typing import ClassVar

from django.db import models


class RateLimit(models.Model):
    """One caller at one limit in one span of time. The key is an HMAC with a key of the day: no address, no name."""

    key = models.BinaryField(primary_key=True)
    count = models.PositiveIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager["RateLimit"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.count)
