"""The coalition's own questions: ask, change, retire, order, answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from ecosystem.accounts.actors import Actor
from ecosystem.content.text import shown
from mapping.actions.arranging.ordering import last_position, put_at
from mapping.actions.keeping.versions import locked, overwrite
from mapping.models import Answer, Question, Standing
from mapping.queries.questions import subject_of

KEY_LENGTH = 48


@dataclass(frozen=True)
class GivenAnswer:
    """What a form or an import says to one question. Nothing at all takes the answer away."""

    value: str = ""
    note: str = ""
    source: str = ""

    @property
    def is_nothing(self) -> bool:
        return not (self.value or self.note)


@transaction.atomic
def add_question(
    *,
    by: Actor,
    subject: str,
    kind: str,
    text: dict[str, str],
    hint: dict[str, str] | None = None,
    options: list[dict[str, str]] | None = None,
) -> Question:
    """Ask something more of every group, resource or need. Its key never changes, so that answers stay with it."""
    position = last_position(Question.objects.filter(subject=subject)) + 1
    return Question.objects.create(
        subject=subject,
        kind=kind,
        text=text,
        hint=hint or {},
        options=options or [],
        position=position,
        key=_new_key(text),
    )


def _new_key(text: dict[str, str]) -> str:
    stem = "own-" + (slugify(shown(text, "en").words)[:KEY_LENGTH].strip("-") or "question")
    taken = set(Question.objects.filter(key__startswith=stem).values_list("key", flat=True))
    return next(key for number in range(1, 10_000) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)


@transaction.atomic
def edit_question(question: Question, *, by: Actor, version: int | None = None, **values: Any) -> Question:
    """Change the words. The kind stays: answers of another kind would no longer mean anything.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(question, version=version)
    overwrite(now, {name: values[name] for name in ("text", "hint", "options") if name in values})
    return now


@transaction.atomic
def retire_question(question: Question, *, by: Actor) -> None:
    """Ask it no more. Answers are kept, and come back with it."""
    overwrite(locked(question), {"retired_at": question.retired_at or timezone.now()})


@transaction.atomic
def bring_back_question(question: Question, *, by: Actor) -> None:
    overwrite(locked(question), {"retired_at": None})


@transaction.atomic
def move_question(question: Question, *, to: int, by: Actor) -> None:
    """Put it at this place among those about the same thing, counted from 0."""
    put_at(
        question,
        list(Question.objects.filter(subject=question.subject, retired_at=None).order_by("position", "id")),
        to,
    )


@transaction.atomic
def answer_question(record: models.Model, *, question: Question, answer: GivenAnswer, by: Actor) -> None:
    """Write down one answer about a group, resource or need; an empty one takes it away."""
    answer_questions(record, answers={question.key: answer}, by=by)


@transaction.atomic
def answer_questions(record: models.Model, *, answers: Mapping[str, GivenAnswer], by: Actor) -> None:
    """Write down several answers, by the questions' keys. What was not asked stays as it is."""
    about: Any = {subject_of(record).value: record, "standing": Standing.STATED}
    there = {row.question: row for row in Answer.objects.select_for_update().filter(**about, question__in=answers)}
    for key, given in answers.items():
        row = there.get(key)
        if given.is_nothing:
            if row:
                row.delete()
        elif row is None:
            Answer.objects.create(
                **about,
                question=key,
                value=given.value,
                note=given.note,
                source=given.source,
                answered_on=timezone.localdate(),
            )
        elif (row.value, row.note) != (given.value, given.note):
            overwrite(row, {"value": given.value, "note": given.note, "answered_on": timezone.localdate()})
