"""Chips are what exists, holes what is missing."""

from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words

# urgency: (pips filled of three, word)
URGENCIES: Final[dict[str, tuple[int, Words]]] = {
    "now": (3, _("now")),
    "soon": (2, _("soon")),
    "later": (1, _("can wait a little")),
}
CHIP_SYMBOLS: Final = {
    "answered": ("has", "answered"),
    "partly": ("half", "half"),
    "plain": ("", ""),
    "state-body": ("state-body", ""),
}


@register.simple_tag
def chip(
    label: Words,
    *,
    url: str = "",
    tone: str = "plain",
    marks: str = "",
    mark_label: Words = "",
    count: int = 0,
    lang: str = "",
) -> SafeString:
    """A group, person, place or resource: plain, answered, partly or state-body. Marks: kinds, with spaces between."""
    css, symbol = CHIP_SYMBOLS[tone]
    return draw(
        "chips/chip",
        label=label,
        url=url,
        css=css,
        symbol=symbol,
        marks=marks.split(),
        mark_label=mark_label,
        count=count,
        lang=lang,
    )


@register.simple_tag
def hole(
    label: Words, *, url: str = "", urgency: str = "", urgency_label: Words = "", marks: str = "", lang: str = ""
) -> SafeString:
    """A need that nothing answers, with its urgency as pips: now, soon, later."""
    filled, word = URGENCIES.get(urgency, (0, ""))
    pips = [(5 + 10 * place, place < filled) for place in range(3)]
    return draw(
        "chips/hole",
        label=label,
        url=url,
        pips=pips if filled else [],
        word=urgency_label or word,
        marks=marks.split(),
        lang=lang,
    )
