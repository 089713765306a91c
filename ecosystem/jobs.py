"""Work that does not fit into a request, queued in PostgreSQL with the transaction that asks for it."""

from procrastinate.contrib.django import app

__all__ = ["app"]
