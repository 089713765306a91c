"""States, marks and badges: always a shape and a word."""

from typing import Final

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.library import register
from ecosystem.ui.icons import drawing

Words = str | Promise

# value: (symbol, class, word)
STATES: Final[dict[str, tuple[str, str, Words]]] = {
    "yes": ("yes", "yes", _("Yes")),
    "partly": ("partly", "partly", _("Partly")),
    "no": ("no", "no", _("No")),
    "unknown": ("unknown", "unknown", _("Unknown")),
    "answered": ("answered", "is-answered", _("Answered")),
    "partly-answered": ("half", "is-partly", _("Partly answered")),
    "unanswered": ("hole", "is-open", _("Unanswered")),
    "urgent": ("urgent", "is-urgent", _("Urgent")),
    "done": ("yes", "yes", _("Done")),
    "waiting": ("clock", "unknown", _("Waiting")),
}
ROW_STATES: Final[dict[str, tuple[str, str, Words]]] = {
    "new": ("new", "green", _("New")),
    "changed": ("changed", "gold", _("Changed")),
    "duplicate": ("duplicate", "plum", _("Duplicate")),
    "wrong": ("wrong", "clay", _("Needs a look")),
    "same": ("same", "plain", _("Same")),
}
MARKS: Final[dict[str, tuple[str, str, Words]]] = {
    "police-likely": ("likely", "likely", _("likely to call police")),
    "police-sometimes": ("sometimes", "sometimes", _("sometimes calls police")),
    "police-never": ("never", "never", _("never calls police")),
    "police-unknown": ("unsure", "unknown", _("unknown whether it calls police")),
    "one-language": ("tongue", "tongue", _("only in one language")),
    "stale": ("clock", "stale", _("not checked for a year")),
    "turns-away": ("turned", "turned", _("turns people away")),
    "nothing-before": ("back", "turned", _("nothing before the crisis")),
    "nothing-after": ("next", "turned", _("nothing after the crisis")),
}

# What fits on one line of a chip; the whole words follow for who listens, and stand on the thing's own page.
BRIEF: Final[dict[str, Words]] = {
    "police-likely": _("police likely"),
    "police-sometimes": _("police sometimes"),
    "stale": _("not checked"),
    "turns-away": _("turns away"),
    "nothing-before": _("nothing before"),
    "nothing-after": _("nothing after"),
}


@register.simple_tag
def icon(name: str, *, label: Words = "") -> SafeString:
    """A symbol. It is silent for screen readers unless it has a label of its own."""
    inside, side = drawing(name)
    voice = format_html('role="img" aria-label="{}"', label) if label else mark_safe('aria-hidden="true"')
    return format_html(
        '<svg class="g" viewBox="0 0 {0} {0}" width="{0}" height="{0}" {1}>{2}</svg>',
        side,
        voice,
        mark_safe(inside),  # noqa: S308 (our own drawings)
    )


@register.simple_tag
def badge(*, label: Words, tone: str = "plain", symbol: str = "") -> SafeString:
    """A small word on a wash: tone plain, green, gold, clay, plum or sky."""
    drawn = icon(symbol) if symbol else ""
    return format_html('<span class="badge {}">{} {}</span>', tone, drawn, label)


@register.simple_tag
def state(value: str, *, label: Words = "") -> SafeString:
    """An answer (yes, partly, no, unknown), a need's state, or an import row's state (drawn as a badge)."""
    if value in ROW_STATES:
        symbol, tone, word = ROW_STATES[value]
        return badge(label=label or word, tone=tone, symbol=symbol)
    symbol, css, word = STATES[value]
    return format_html('<span class="state {}">{} {}</span>', css, icon(symbol), label or word)


@register.simple_tag
def mark(kind: str, *, label: Words = "", is_large: bool = False, is_brief: bool = False) -> SafeString:
    """What to know about a resource or need, in small print: see MARKS for the kinds. Brief: for chips."""
    symbol, css, word = MARKS[kind]
    size = " large" if is_large else ""
    words = _brief(kind, label or word) if is_brief else label or word
    return format_html('<span class="mark {}{}">{} {}</span>', css, size, icon(symbol), words)


def _brief(kind: str, word: Words) -> Words:
    """Short to the eye, whole to the ear."""
    if kind not in BRIEF:
        return word
    return format_html('<span aria-hidden="true">{}</span><span class="vh">{}</span>', BRIEF[kind], word)
