"""Answers of a resource to the questions of access and of whom it brings in."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.keeping.versions import overwrite
from mapping.models import Answer, Resource, Standing


@dataclass(frozen=True, slots=True)
class ResourceAnswer:
    """What is said to one question. With neither value nor words the answer goes away."""

    question: str
    value: str = ""
    standing: str = Standing.STATED
    note: str = ""
    known_from: str = ""
    source: str = ""
    answered_on: dt.date | None = None
    valid_until: dt.date | None = None

    @property
    def is_nothing(self) -> bool:
        return not (self.value or self.note)

    def columns(self) -> dict[str, Any]:
        """Columns of the Answer; the importer writes the same."""
        return {
            "value": self.value,
            "note": self.note,
            "known_from": self.known_from,
            "source": self.source,
            "answered_on": self.answered_on,
            "valid_until": self.valid_until,
        }


@transaction.atomic
def answer_resource(resource: Resource, *, by: Actor, answers: Sequence[ResourceAnswer]) -> None:
    """Write down several answers. Questions that are not among them stay as they are."""
    there = {
        (row.question, row.standing): row
        for row in Answer.objects.select_for_update().filter(
            resource=resource, question__in=[answer.question for answer in answers]
        )
    }
    fresh = []
    for answer in answers:
        row = there.get((answer.question, answer.standing))
        if answer.is_nothing:
            if row:
                row.delete()
        elif row:
            overwrite(row, answer.columns())
        else:
            fresh.append(
                Answer(resource=resource, question=answer.question, standing=answer.standing, **answer.columns())
            )
    Answer.objects.bulk_create(fresh)
