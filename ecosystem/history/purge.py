"""What goes by itself: history of deleted rows after their undo window, and whatever apps register."""

from collections.abc import Callable

from django.db import connection

from ecosystem.history.models import EventWindow
from ecosystem.history.sql import PURGE
from ecosystem.tenancy.scope import require_coalition

Cleaner = Callable[[], int | None]
COALITION_CLEANERS: dict[str, Cleaner] = {}
GLOBAL_CLEANERS: dict[str, Cleaner] = {}


def register_purge(cleaner: Cleaner, *, everywhere: bool = False) -> None:
    """Clean up every night: in each coalition's scope, or once for the tables that belong to no coalition.

    A cleaner returns how many rows went, if it knows. A coalition's task is a cleaner too.
    """
    cleaners = GLOBAL_CLEANERS if everywhere else COALITION_CLEANERS
    cleaners[getattr(cleaner, "name", "") or f"{cleaner.__module__}.{cleaner.__qualname__}"] = cleaner


def purge_history() -> int:
    """Delete the history of rows that are gone for longer than they can be brought back. Living rows keep theirs."""
    require_coalition()
    gone = 0
    with connection.cursor() as cursor:
        for table in EventWindow.objects.order_by("pk").values_list("event_table", flat=True):
            cursor.execute(PURGE, [table])
            gone += cursor.fetchone()[0]
    return gone


def clean_coalition() -> int:
    """Everything that goes by itself in the coalition in scope. Returns how many rows went."""
    return sum(cleaner() or 0 for cleaner in COALITION_CLEANERS.values()) + purge_history()


def clean_globals() -> int:
    """Everything that goes by itself in the tables that belong to no coalition."""
    return sum(cleaner() or 0 for cleaner in GLOBAL_CLEANERS.values())
