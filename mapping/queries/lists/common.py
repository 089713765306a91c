"""Filters that several lists have."""

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ecosystem.content.text import shown
from mapping.models import Answer, Extent, Question, QuestionKind, Standing
from mapping.queries.lists.sieve import Filter, Rows
from mapping.queries.questions import option_words

ANSWERED, UNANSWERED = "answered", "unanswered"
OWN = "own"


def any_of(condition: Callable[[str], Q]) -> Callable[[Rows, list[str]], Rows]:
    """Narrow to rows for which one of the values holds."""

    def narrow(rows: Rows, values: list[str]) -> Rows:
        found = Q()
        for value in values:
            found |= condition(value)
        return rows.filter(found)

    return narrow


def linked(model: Any, about: str, **to: Any) -> Exists:
    """Whether a row of `model` ties the list's row to these."""
    return Exists(model.objects.filter(**{about: OuterRef("pk")}, **to))


def many(model: Any, about: str, name: str) -> ArraySubquery:
    """One column of all the rows of `model` that belong to the list's row."""
    return ArraySubquery(model.objects.filter(**{about: OuterRef("pk")}).order_by(name).values(name))


def answer_value(about: str, question: str, standing: str = Standing.STATED) -> Subquery:
    rows = Answer.objects.filter(**{about: OuterRef("pk")}, question=question, standing=standing)
    return Subquery(rows.values("value")[:1])


def answered_so(about: str, question: str, **more: Any) -> Exists:
    return Exists(Answer.objects.filter(**{about: OuterRef("pk")}, question=question, **more))


def extent_filter(about: str, question: str, label: str | Promise, group: str) -> Filter:
    """Yes, partly, no; unknown is also what nobody answered yet."""

    def condition(value: str) -> Q:
        if value == Extent.UNKNOWN:
            known = [Extent.YES, Extent.PARTLY, Extent.NO]
            return Q(~answered_so(about, question, value__in=known))
        return Q(answered_so(about, question, value=value))

    return Filter(question, label, Extent.choices, any_of(condition), group)


def own_filters(about: str, questions: Iterable[Question]) -> list[Filter]:
    """One filter for each of the coalition's own questions."""
    return [_own_filter(about, question) for question in questions]


def _own_filter(about: str, question: Question) -> Filter:
    label = shown(question.text).words
    if question.kind == QuestionKind.EXTENT:
        return extent_filter(about, question.key, label, OWN)
    if question.kind in {QuestionKind.CHOICE, QuestionKind.CHOICES}:
        return Filter(
            question.key, label, list(option_words(question).items()), any_of(_has_option(about, question)), OWN
        )
    choices = [(ANSWERED, _("answered")), (UNANSWERED, _("not answered yet"))]

    def is_answered(value: str) -> Q:
        there = answered_so(about, question.key)
        return Q(there) if value == ANSWERED else Q(~there)

    return Filter(question.key, label, choices, any_of(is_answered), OWN)


def _has_option(about: str, question: Question) -> Callable[[str], Q]:
    def condition(value: str) -> Q:
        rows = Answer.objects.filter(**{about: OuterRef("pk")}, question=question.key)
        alone = Q(value=value) | Q(value__startswith=f"{value}|") | Q(value__endswith=f"|{value}")
        return Q(Exists(rows.filter(alone | Q(value__contains=f"|{value}|"))))

    return condition
