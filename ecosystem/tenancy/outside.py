"""A transaction beside the request's: what it writes survives when the request fails and is rolled back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connections, transaction

DOES_NOT_WAIT = "SET LOCAL synchronous_commit = off"
WAITS = "SET LOCAL lock_timeout = '2s'"


@contextmanager
def outside(*, durable: bool = True) -> Iterator[str]:
    """Open the other transaction in the same scope; gives the name of its connection for `using`.

    It cannot see what the request wrote so far, and does not wait long for rows that the request holds. What need not
    survive a power cut (a progress bar) is not `durable`: then the disk is not waited for.
    """
    alias = settings.OUTSIDE_DATABASE
    with transaction.atomic(using=alias):
        if alias != "default":
            with connections[alias].cursor() as cursor:
                cursor.execute(WAITS)
                if not durable:
                    cursor.execute(DOES_NOT_WAIT)
        yield alias
