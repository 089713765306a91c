"""Every night: one clean-up for the service, one for each coalition."""

from ecosystem.history.purge import clean_coalition, clean_globals
from ecosystem.jobs import RETRIES, app
from ecosystem.tenancy.tasks import coalition_task


@coalition_task(retry=RETRIES)
def clean() -> None:
    """What a coalition's records left behind and nobody can bring back any more."""
    clean_coalition()


@app.periodic(cron="17 3 * * *")
@app.task(name="history:nightly", queueing_lock="history:nightly", pass_context=False)
def nightly(timestamp: int) -> None:
    """`timestamp` is procrastinate's: when the job was due."""
    clean_globals()
    clean.defer_everywhere()
