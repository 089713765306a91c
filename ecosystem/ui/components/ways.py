"""Ways on: tabs, segments, steps of a task, parts of a long form, the next page of a list."""

from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words

SHOW_MORE: Final = _("Show more")
# state of a part: (symbol, class, word for screen readers)
PART_STATES: Final[dict[str, tuple[str, str, Words]]] = {
    "done": ("yes", "done", _("done")),
    "now": ("partly", "now", _("you are here")),
    "half": ("partly", "half", _("begun")),
    "open": ("stage-none", "", _("not begun")),
}


@register.simple_block_tag
def tabs(content: str, *, label: Words) -> SafeString:
    """Filters over a list, each with an address. Inside: tab, tab, …"""
    return draw("ways/tabs", **locals())


@register.simple_tag
def tab(label: Words, *, url: str, is_current: bool = False, count: int | None = None, symbol: str = "") -> SafeString:
    """One filter, with how many it shows."""
    return draw("ways/tab", **locals())


@register.simple_block_tag
def segments(content: str, *, label: Words) -> SafeString:
    """A choice between a few views of the same thing (mine, ours). Inside: segment, segment, …"""
    return draw("ways/segments", **locals())


@register.simple_tag
def segment(label: Words, *, url: str, is_current: bool = False, symbol: str = "") -> SafeString:
    """One view."""
    return draw("ways/segment", **locals())


@register.simple_block_tag
def steps(content: str, *, label: Words) -> SafeString:
    """Where we are in a task that has an end: file, columns, rows, done. Inside: step, step, …"""
    return draw("ways/steps", **locals())


@register.simple_tag
def step(label: Words, *, state: str = "todo", url: str = "") -> SafeString:
    """One step: done, now or todo."""
    return draw("ways/step", **locals())


@register.simple_block_tag
def parts(content: str, *, label: Words) -> SafeString:
    """The parts of a long form, beside it. Inside: part, part, …"""
    return draw("ways/parts", **locals())


@register.simple_tag
def part(label: Words, *, state: str = "open", url: str = "") -> SafeString:
    """One part: done, now, half or open."""
    symbol, css, word = PART_STATES[state]
    return draw("ways/part", label=label, url=url, symbol=symbol, css=css, word=word, is_current=state == "now")


@register.simple_tag
def pager(*, url: str, label: Words = SHOW_MORE, target: str = "") -> SafeString:
    """A link to the rest of a list (keyset pages). With a target htmx appends it there; nothing without a url."""
    return draw("ways/pager", **locals()) if url else SafeString("")
