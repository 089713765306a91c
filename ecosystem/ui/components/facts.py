"""Facts about one thing, dates, and what happened to it."""

import datetime as dt
from typing import Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words

FORMATS: Final[dict[str, Words]] = {
    "day": "DATE_FORMAT",
    "short": pgettext_lazy("date format", "M j"),
    "month": "YEAR_MONTH_FORMAT",
    "time": "TIME_FORMAT",
    "weekday": pgettext_lazy("date format", "D j"),
    "full": pgettext_lazy("date format", "l, F j"),
}


@register.simple_block_tag
def facts(content: str) -> SafeString:
    """A list of facts. Inside: fact, fact, …"""
    return format_html('<dl class="facts">{}</dl>', content)


@register.simple_block_tag
def fact(content: str, *, label: Words, hint: Words = "", private: Words = "") -> SafeString:
    """One fact, with small print and with who sees it."""
    return draw("facts/fact", **locals())


@register.simple_block_tag
def answers(content: str) -> SafeString:
    """A grid of answers (who can use it). Inside: answer, answer, …"""
    return format_html('<ul class="answers">{}</ul>', content)


@register.simple_tag
def answer(label: Words, *, value: str, note: Words = "", source: Words = "") -> SafeString:
    """One question with yes, partly, no or unknown, a note, and how we know."""
    return draw("facts/answer", **locals())


@register.simple_block_tag
def timeline(content: str) -> SafeString:
    """What happened here, newest first. Inside: moment, moment, …"""
    return format_html('<ol class="past">{}</ol>', content)


@register.simple_block_tag
def moment(content: str, *, at: dt.date | dt.datetime, shows: str = "day") -> SafeString:
    """One thing that happened."""
    return format_html("<li>{}<div>{}</div></li>", when(at, shows=shows), content)


@register.simple_tag
def when(value: dt.date | dt.datetime, *, shows: str = "day") -> SafeString:
    """A date or time, said in the reader's language: day, short, month, time, weekday or full."""
    local = timezone.localtime(value) if isinstance(value, dt.datetime) and timezone.is_aware(value) else value
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), date_format(local, str(FORMATS[shows])))
