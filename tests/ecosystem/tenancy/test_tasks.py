"""Jobs carry ids only and run in their coalition's scope."""

import contextlib
import json
from uuid import uuid4

import pytest
from django.db import connection, transaction

from ecosystem.jobs import app
from ecosystem.tenancy.scope import ScopeError, coalition_scope, current
from ecosystem.tenancy.tasks import coalition_task

SEEN = []


@coalition_task()
def look_around(**ids):
    SEEN.append((current().coalition_id, current().actor, ids))


def waiting():
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name, args::text FROM procrastinate_jobs WHERE status = 'todo' ORDER BY id")
        return [(name, json.loads(args)) for name, args in cursor.fetchall()]


@pytest.fixture(autouse=True)
def _forget():
    SEEN.clear()


def test_a_job_is_queued_for_the_coalition_in_scope(north):
    thing = uuid4()
    with coalition_scope(north.pk), transaction.atomic():
        look_around.defer(thing_id=thing)

    assert waiting() == [(look_around.name, {"coalition_id": str(north.pk), "thing_id": str(thing)})]


def test_a_job_goes_with_its_transaction(north):
    with coalition_scope(north.pk), contextlib.suppress(RuntimeError), transaction.atomic():
        look_around.defer()
        raise RuntimeError

    assert waiting() == []


def test_a_job_without_a_scope_is_refused(db):
    with pytest.raises(ScopeError):
        look_around.defer()


def test_words_cannot_be_put_into_a_job(north):
    with coalition_scope(north.pk), pytest.raises(TypeError, match="ids only"):
        look_around.defer(note="Rosa sleeps here")


def test_the_same_job_can_be_queued_once(north):
    with coalition_scope(north.pk), transaction.atomic():
        first = look_around.defer_once()
        second = look_around.defer_once()

    assert (first is not None, second) == (True, None)


def test_nightly_jobs_are_queued_for_every_coalition(north, south):
    count = look_around.defer_everywhere()

    assert count == 2
    assert {args["coalition_id"] for _, args in waiting()} == {str(north.pk), str(south.pk)}


def test_the_worker_runs_a_job_in_its_scope(north):
    thing = uuid4()

    app.tasks[look_around.name].func(coalition_id=str(north.pk), thing_id=str(thing))

    (seen,) = SEEN
    assert seen == (north.pk, f"operator:{look_around.name}", {"thing_id": thing})
    assert current() is None
