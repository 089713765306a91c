"""The coalition's own questions and what was answered."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ecosystem.content.text import shown
from mapping.models import Answer, Extent, Question, QuestionKind, Subject


@dataclass(frozen=True)
class OwnAnswer:
    """One question of the coalition's own beside its answer in words, if there is one."""

    question: Question
    value: str
    words: str
    note: str
    source: str
    answered_on: dt.date | None

    @property
    def label(self) -> str:
        return str(self.question)

    @property
    def is_extent(self) -> bool:
        return self.question.kind == QuestionKind.EXTENT

    @property
    def state(self) -> str:
        """What the component `answer` draws."""
        return self.value or Extent.UNKNOWN


def questions_about(subject: str) -> models.QuerySet[Question]:
    """The questions asked now, in the coalition's order."""
    return Question.objects.filter(subject=subject, retired_at=None).order_by("position", "id")


def questions_by_subject() -> list[tuple[str, str, list[Question], list[Question]]]:
    """Each subject with its label, what is asked now, and what is asked no more. One query."""
    rows = list(Question.objects.order_by("position", "id"))
    return [
        (
            str(value),
            str(label),
            [row for row in rows if row.subject == value and not row.retired_at],
            [row for row in rows if row.subject == value and row.retired_at],
        )
        for value, label in Subject.choices
    ]


def subject_of(record: models.Model) -> Subject:
    return Subject(str(record._meta.model_name))


def answers_to(record: models.Model, questions: Iterable[Question]) -> dict[str, Answer]:
    """Answers about one group, resource or need, by the question's key."""
    about: Any = {subject_of(record).value: record, "question__in": [question.key for question in questions]}
    return {answer.question: answer for answer in Answer.objects.filter(**about)}


def own_answers(record: models.Model) -> list[OwnAnswer]:
    """What the page of a group, resource or need shows. Two queries."""
    questions = list(questions_about(subject_of(record)))
    answers = answers_to(record, questions) if questions else {}
    return [_own(question, answers.get(question.key)) for question in questions]


def _own(question: Question, answer: Answer | None) -> OwnAnswer:
    if answer is None:
        return OwnAnswer(question, "", "", "", "", None)
    words = value_in_words(question, answer.value, answer.note)
    note = "" if question.kind == QuestionKind.TEXT else answer.note
    return OwnAnswer(question, answer.value, words, note, answer.source, answer.answered_on)


def option_words(question: Question) -> dict[str, str]:
    """The choices in the reader's language, by key."""
    return {
        option["key"]: shown({code: option.get(code, "") for code in ("en", "es")}).words for option in question.options
    }


def value_in_words(question: Question, value: str, note: str = "") -> str:
    """An answer as people read it."""
    if question.kind == QuestionKind.TEXT:
        return note or value
    if question.kind == QuestionKind.EXTENT:
        return str(dict(Extent.choices).get(value, value))
    if question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        names = option_words(question)
        return ", ".join(names.get(key, key) for key in value.split("|") if key)
    if question.kind == QuestionKind.DATE and value:
        return _day(value)
    return value


def _day(value: str) -> str:
    try:
        return date_format(dt.date.fromisoformat(value), "DATE_FORMAT")
    except ValueError:
        return _("unclear: %(value)s") % {"value": value}
