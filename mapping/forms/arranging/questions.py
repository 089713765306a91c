"""Forms of the coalition's own questions: asking them, and answering them inside any other form."""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from crispy_forms.layout import Layout
from django import forms
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ecosystem.content.text import shown
from ecosystem.ui.forms import HouseForm
from ecosystem.ui.widgets import DayInput, SegmentedSelect, Ticks
from mapping.actions.arranging.questions import GivenAnswer
from mapping.forms.arranging.bilingual import text_boxes, text_of
from mapping.models import Answer, Extent, Question, QuestionKind, Subject
from mapping.queries.questions import answers_to, option_words, questions_about, subject_of

WITH_CHOICES = {QuestionKind.CHOICE, QuestionKind.CHOICES}


class QuestionForm(HouseForm, forms.Form):
    """One question, in both languages. What it is about and how it is answered are fixed once it is asked."""

    subject = forms.ChoiceField(label=gettext_lazy("Asked about"), choices=Subject.choices, widget=SegmentedSelect)
    kind = forms.ChoiceField(
        label=gettext_lazy("Answered with"), choices=QuestionKind.choices, widget=forms.RadioSelect
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, question: Question | None = None, **kwargs: Any) -> None:
        self.question = question
        if question:
            kwargs["initial"] = _as_typed(question)
        super().__init__(*args, **kwargs)
        words = text_boxes(self, "text", label=_("Question"), max_length=300)
        hint = text_boxes(self, "hint", label=_("Hint"), required=False, max_length=300)
        lines = _("One choice per line, in the same order in both languages. Only for questions with choices.")
        options = text_boxes(self, "options", label=_("Choices"), required=False, hint=lines, rows=4)
        if question:
            del self.fields["subject"], self.fields["kind"]
        fixed = [] if question else ["subject", "kind"]
        self.helper.layout = Layout(words, *fixed, options, hint, "version")

    def clean(self) -> dict[str, Any]:
        """Texts by language, and choices with keys that outlive a new wording."""
        super().clean()
        found = {"text": text_of(self, "text"), "hint": text_of(self, "hint")}
        kind = self.question.kind if self.question else self.cleaned_data.get("kind")
        options = self._options(text_of(self, "options")) if kind in WITH_CHOICES else []
        if kind in WITH_CHOICES and len(options) < 2 and not self.errors:
            self.add_error("options_en", _("Give two choices at least, one per line."))
        self.cleaned_data |= {**found, "options": options}
        return self.cleaned_data

    def _options(self, lines: dict[str, str]) -> list[dict[str, str]]:
        by_language = {
            code: [line.strip() for line in text.splitlines() if line.strip()] for code, text in lines.items()
        }
        if len({len(found) for found in by_language.values()}) > 1:
            self.add_error("options_en", _("The two languages have different numbers of lines."))
            return []
        known = {
            old.get(code, ""): old["key"]
            for old in (self.question.options if self.question else [])
            for code in ("en", "es")
        }
        options: list[dict[str, str]] = []
        for number in range(max(map(len, by_language.values()), default=0)):
            words = {code: found[number] for code, found in by_language.items()}
            taken = {option["key"] for option in options}
            options.append({"key": _option_key(words, known, taken), **words})
        return options


def _option_key(words: dict[str, str], known: dict[str, str], taken: set[str]) -> str:
    old = next((known[text] for text in words.values() if text in known), "")
    stem = old or slugify(next(iter(words.values())))[:30] or "choice"
    return next(key for number in range(1, 1000) if (key := stem if number == 1 else f"{stem}-{number}") not in taken)


def _as_typed(question: Question) -> dict[str, Any]:
    options = {code: "\n".join(option.get(code, "") for option in question.options).strip() for code in ("en", "es")}
    return {"text": question.text, "hint": question.hint, "options": options, "version": question.version}


class OwnQuestionsForm(HouseForm, forms.Form):
    """The coalition's own questions about one group, resource or need, to stand inside another form.

    `OwnQuestionsForm(request.POST or None, subject="resource", record=resource)`; then `given()` goes to
    `answer_questions`. Fields are called `own_<key>`, and `own_<key>_note` where words may be added.
    """

    form_tag: ClassVar[bool] = False

    def __init__(self, *args: Any, subject: str = "", record: models.Model | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {})
        self.questions = list(questions_about(subject or (subject_of(record) if record else Subject.RESOURCE)))
        answers = answers_to(record, self.questions) if record and self.questions else {}
        super().__init__(*args, **kwargs)
        for question in self.questions:
            self._ask(question, answers.get(question.key))

    def _ask(self, question: Question, answer: Answer | None) -> None:
        name = f"own_{question.key}"
        self.fields[name] = field = own_question_field(question)
        field.initial = _initial(question, answer)
        if question.kind in {QuestionKind.EXTENT, *WITH_CHOICES}:
            self.fields[f"{name}_note"] = forms.CharField(
                label=_("In a few words"), required=False, initial=answer.note if answer else "", max_length=2000
            )

    def given(self) -> dict[str, GivenAnswer]:
        """The answers by question key, after `is_valid()`."""
        return {question.key: self._given(question) for question in self.questions}

    def _given(self, question: Question) -> GivenAnswer:
        typed = self.cleaned_data.get(f"own_{question.key}")
        if question.kind == QuestionKind.TEXT:
            return GivenAnswer(note=typed or "")
        return GivenAnswer(value=_stored(typed), note=self.cleaned_data.get(f"own_{question.key}_note", ""))


def own_question_field(question: Question) -> forms.Field:
    """The field that fits the kind of answer. None is ever required."""
    common: dict[str, Any] = {
        "label": shown(question.text).words,
        "help_text": shown(question.hint).words,
        "required": False,
    }
    choices = list(option_words(question).items())
    if question.kind == QuestionKind.EXTENT:
        return forms.ChoiceField(choices=Extent.choices, widget=SegmentedSelect, **common)
    if question.kind == QuestionKind.CHOICE:
        return forms.ChoiceField(choices=[("", _("Unknown")), *choices], **common)
    if question.kind == QuestionKind.CHOICES:
        return forms.MultipleChoiceField(choices=choices, widget=Ticks, **common)
    if question.kind == QuestionKind.NUMBER:
        return forms.DecimalField(max_digits=14, decimal_places=2, **common)
    if question.kind == QuestionKind.DATE:
        return forms.DateField(widget=DayInput, **common)
    return forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=5000, **common)


def _initial(question: Question, answer: Answer | None) -> Any:
    if answer is None:
        return None
    if question.kind == QuestionKind.TEXT:
        return answer.note or answer.value
    return answer.value.split("|") if question.kind == QuestionKind.CHOICES else answer.value


def _stored(typed: Any) -> str:
    if isinstance(typed, list):
        return "|".join(typed)
    if isinstance(typed, dt.date):
        return typed.isoformat()
    if isinstance(typed, Decimal):
        return f"{typed.normalize():f}"
    return str(typed or "")
