"""What residents said of a resource: counts and a few words, never who."""

import datetime as dt

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.keeping.versions import locked
from mapping.models import Feedback, Resource


@transaction.atomic
def add_feedback(
    resource: Resource,
    *,
    by: Actor,
    kind: str,
    why: str = "",
    people_count: int = 1,
    heard_on: dt.date | None = None,
    source: str = "",
    language: str = "en",
) -> Feedback:
    return Feedback.objects.create(
        resource=resource,
        kind=kind,
        why=why,
        people_count=people_count,
        heard_on=heard_on,
        source=source,
        language=language,
    )


@transaction.atomic
def remove_feedback(feedback: Feedback, *, by: Actor) -> None:
    locked(feedback).delete()
