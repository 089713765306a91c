"""Jobs inside a coalition: deferred with the request's transaction, run in the coalition's scope, given ids only."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db import transaction
from procrastinate.exceptions import AlreadyEnqueued

from ecosystem.jobs import app
from ecosystem.tenancy.scope import require_coalition
from ecosystem.tenancy.visits import open_coalitions, visiting


class CoalitionTask:
    """A job of one coalition. `defer(import_id=…)` queues it; calling it runs it at once, in the scope that is open.

    Ids are UUIDs: nothing that anybody wrote ever enters the table of jobs.
    """

    def __init__(self, work: Callable[..., None], *, in_one_transaction: bool, options: dict[str, Any]) -> None:
        self.work, self.in_one_transaction = work, in_one_transaction
        self.name = f"{work.__module__.removesuffix('.tasks').removeprefix('ecosystem.')}:{work.__name__}"
        register: Any = app.task
        self.job = register(name=self.name, **options)(self.run)

    def __call__(self, **ids: UUID) -> None:
        self.work(**ids)

    def defer(self, **ids: UUID) -> int:
        """Queue the job for the coalition in scope, inside the transaction that is open. Returns the job's number."""
        return self._defer(require_coalition(), {}, ids)

    def defer_once(self, **ids: UUID) -> int | None:
        """As `defer`, unless the same job waits already: then nothing."""
        coalition_id = require_coalition()
        lock = ":".join([self.name, str(coalition_id), *(str(value) for value in ids.values())])
        try:
            with transaction.atomic():  # a refusal must not spoil the transaction around it
                return self._defer(coalition_id, {"queueing_lock": lock}, ids)
        except AlreadyEnqueued:
            return None

    def defer_everywhere(self, **ids: UUID) -> int:
        """Queue the job for each coalition, the closed ones too: what a nightly job does. Returns how many."""
        coalitions = open_coalitions(self.name, closed_too=True)
        for coalition in coalitions:
            self._defer(coalition.pk, {}, ids)
        return len(coalitions)

    def _defer(self, coalition_id: UUID, options: dict[str, Any], ids: dict[str, UUID]) -> int:
        if wrong := [name for name, value in ids.items() if not isinstance(value, UUID)]:
            raise TypeError(f"{self.name}: {', '.join(wrong)} is no UUID. Jobs carry ids only.")
        words = {name: str(value) for name, value in ids.items()}
        job = app.configure_task(self.name, **options)
        return int(job.defer(coalition_id=str(coalition_id), **words))

    def run(self, *, coalition_id: str, **ids: str) -> None:
        """What the worker calls."""
        with visiting(UUID(coalition_id), self.name, in_one_transaction=self.in_one_transaction):
            self.work(**{name: UUID(value) for name, value in ids.items()})


def coalition_task(
    *, in_one_transaction: bool = True, **options: Any
) -> Callable[[Callable[..., None]], CoalitionTask]:
    """Make a job of a function that takes ids. `options` are procrastinate's (queue, retry, …).

    Long work that must show its progress commits by itself: `in_one_transaction=False`, then every piece of work opens
    `transaction.atomic()`; the scope is open all the while.
    """

    def decorate(work: Callable[..., None]) -> CoalitionTask:
        return CoalitionTask(work, in_one_transaction=in_one_transaction, options=options)

    return decorate
