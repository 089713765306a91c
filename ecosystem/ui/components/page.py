"""How a page is divided: head, sections, crumbs, cards, places where nothing is yet."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words


@register.simple_block_tag
def page_head(
    content: str,
    *,
    title: Words,
    lead: Words = "",
    action_label: Words = "",
    action_url: str = "",
    action_symbol: str = "",
) -> SafeString:
    """The page's title, what it is for in one line, and its one main action. Inside: badges and the like."""
    return draw("page/page_head", **locals())


@register.simple_block_tag
def section(
    content: str,
    *,
    title: Words,
    aside: Words = "",
    link_label: Words = "",
    link_url: str = "",
    id: str = "",
    is_first: bool = False,
) -> SafeString:
    """A part of a page under a rule and a heading."""
    return draw("page/section", **locals())


@register.simple_block_tag
def card(content: str, *, title: Words = "", tone: str = "plain", aside: Words = "") -> SafeString:
    """A titled box around anything."""
    return draw("page/card", **locals())


@register.simple_block_tag
def empty(content: str, *, title: Words, action_label: Words = "", action_url: str = "") -> SafeString:
    """What to do next where nothing is yet. Inside: one sentence."""
    return draw("page/empty", **locals())


@register.simple_block_tag
def disclosure(content: str, *, summary: Words, is_open: bool = False) -> SafeString:
    """More, for those who ask for it."""
    return draw("page/disclosure", **locals())


@register.simple_block_tag
def crumbs(content: str) -> SafeString:
    """Where this page lies. Inside: crumb, crumb, …"""
    return draw("page/crumbs", content=content)


@register.simple_tag
def crumb(label: Words, *, url: str = "") -> SafeString:
    """One place on the way; the last one has no url."""
    if url:
        return format_html('<li><a href="{}">{}</a></li>', url, label)
    return format_html('<li aria-current="page">{}</li>', label)


@register.simple_block_tag
def table(content: str, *, label: Words, folds: bool = False, show_label: bool = False) -> SafeString:
    """A table that scrolls by itself on a phone, or folds into cards (then cells need data-label)."""
    return draw("page/table", **locals())
