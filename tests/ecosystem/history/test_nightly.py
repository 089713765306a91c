"""What happens by itself, every night; and what jobs may carry."""

import inspect
from datetime import timedelta
from io import StringIO
from uuid import UUID

from django.core.management import call_command
from django.http import QueryDict
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from ecosystem.accounts.models import Session
from ecosystem.drafts.actions import keep_draft
from ecosystem.drafts.models import Draft
from ecosystem.history.tasks import clean, nightly
from ecosystem.jobs import app
from ecosystem.tenancy.models import Link
from ecosystem.tenancy.scope import coalition_scope
from ecosystem.tenancy.tasks import CoalitionTask


def test_old_drafts_go_in_every_coalition(north, south, ana, cleo, monkeypatch):
    for person in (ana, cleo):
        with coalition_scope(person.membership.coalition_id):
            keep_draft("drafts:draft_list", QueryDict("a=b"), by=person.membership)
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr(timezone, "now", lambda: later)
    out = StringIO()

    call_command("nightly", stdout=out)

    assert [line.split(":")[0] for line in out.getvalue().splitlines()] == ["for all", "north", "south"]
    for coalition in (north, south):
        with coalition_scope(coalition.pk):
            assert Draft.objects.count() == 0


def test_one_coalition_can_be_cleaned_alone(north, south):
    out = StringIO()

    call_command("nightly", coalition="north", stdout=out)

    assert out.getvalue().splitlines()[-1].startswith("north:")
    assert "south" not in out.getvalue()


def test_every_night_queues_one_job_a_coalition(north, south):
    nightly(timestamp=0)

    jobs = ProcrastinateJob.objects.filter(task_name=clean.name)
    assert {job.args["coalition_id"] for job in jobs} == {str(north.pk), str(south.pk)}


def test_jobs_carry_ids_only():
    for name, task in app.tasks.items():
        if name.startswith(("builtin:", "procrastinate.", "tests.")):
            continue
        owner = getattr(task.func, "__self__", None)
        work = owner.work if isinstance(owner, CoalitionTask) else task.func
        kinds = {parameter: kind.annotation for parameter, kind in inspect.signature(work).parameters.items()}
        kinds.pop("timestamp", None)  # when a periodic job was due
        assert all(kind in {UUID, "UUID"} for kind in kinds.values()), f"{name} takes {kinds}"


def test_ended_sessions_and_dead_links_go(north, ana):
    now = timezone.now()
    for name, expires_at in (("old", now - timedelta(days=1)), ("new", now + timedelta(days=1))):
        Session.objects.create(key_hash=name.encode(), user=ana.user, data="", expires_at=expires_at)
    for name, revoked_at in (("revoked", now - timedelta(minutes=1)), ("open", None)):
        Link.objects.create(
            token_hash=name.encode(), kind="guide", coalition=north, target_id=north.pk, revoked_at=revoked_at
        )

    call_command("nightly", stdout=StringIO())

    assert [bytes(session.key_hash) for session in Session.objects.all()] == [b"new"]
    assert [bytes(link.token_hash) for link in Link.objects.all()] == [b"open"]
