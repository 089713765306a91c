"""How long the history of deleted rows is kept: the database's own copy of what the models declare."""

from typing import ClassVar

from django.db import models


class EventWindow(models.Model):
    """One event table, the table it is the history of, and how long a deleted row can be brought back.

    Written by `migrate` from the models' `undo_window`; the application can read it only, so that nothing it does makes
    history go sooner (see docs/decisions/0008-who-may-delete-history.md).
    """

    event_table = models.CharField(max_length=63, primary_key=True)
    live_table = models.CharField(max_length=63)
    kept_for = models.DurationField()

    objects: ClassVar[models.Manager["EventWindow"]] = models.Manager()

    def __str__(self) -> str:
        return self.event_table
