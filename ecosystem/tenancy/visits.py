"""Commands and nightly jobs go from coalition to coalition: one scope and one transaction each."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from uuid import UUID

from django.db import transaction

from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.scope import coalition_scope, operator_scope


def open_coalitions(command: str, slug: str = "", *, closed_too: bool = False) -> list[Coalition]:
    """The coalitions that are open, by name; with a slug only that one. `closed_too` is for what must be forgotten."""
    with operator_scope(command), transaction.atomic():
        found = Coalition.objects.order_by("slug")
        found = found if closed_too else found.filter(closed_at=None)
        return list(found.filter(slug=slug) if slug else found)


@contextmanager
def visiting(coalition_id: UUID, command: str, *, in_one_transaction: bool = True) -> Iterator[None]:
    """Act in one coalition as an operator. What fails is rolled back for this coalition alone."""
    whole = transaction.atomic() if in_one_transaction else nullcontext()
    with coalition_scope(coalition_id, actor=f"operator:{command}", action=command), whole:
        yield
