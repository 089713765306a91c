"""Work that does not fit into a request, queued in PostgreSQL with the transaction that asks for it."""

from typing import Final

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

RETRIES: Final = RetryStrategy(max_attempts=4, exponential_wait=5)  # after 5, 25 and 125 seconds; then it stays failed
STOPPING_SECONDS: Final = 20

__all__ = ["RETRIES", "app", "run_worker"]


def run_worker(*, at_a_time: int = 2, once: bool = False) -> None:
    """Do queued jobs. What is done is deleted: a table of jobs that were is a table of who did what.

    It listens on a connection of its own, which PgBouncer must hand through (a session pool, or a direct address).
    """
    connector = app.connector.get_worker_connector()  # type: ignore[attr-defined] # Django's connector has it
    with app.replace_connector(connector) as worker:
        worker.run_worker(
            concurrency=at_a_time,
            wait=not once,
            delete_jobs="successful",
            shutdown_graceful_timeout=STOPPING_SECONDS,
        )
