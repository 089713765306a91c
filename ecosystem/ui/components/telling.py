"""What the application says: notes, who sees this, saved, progress, toasts."""

import datetime as dt
from typing import Final

from django.contrib.messages.storage.base import Message
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words
from ecosystem.ui.toasts import undo_url

IT_GOES_ON: Final = _("You can leave; it goes on.")
NOTE_SYMBOLS: Final = {"gold": "bloom", "green": "yes", "clay": "wrong", "plum": "lock", "sky": "tongue"}


@register.simple_block_tag
def note(content: str, *, tone: str = "gold", symbol: str = "") -> SafeString:
    """A few sentences set apart: gold (kindly), green (good), clay (careful), plum (private), sky (language)."""
    return draw("telling/note", content=content, tone=tone, symbol=symbol or NOTE_SYMBOLS[tone])


@register.simple_tag
def private(text: Words, *, id: str = "") -> SafeString:
    """Who sees this, and until when: right under what it speaks of."""
    return draw("telling/private", text=text, id=id)


@register.simple_tag
def saved(*, at: dt.datetime | None = None) -> SafeString:
    """That what was typed is kept; `eco-autosave` changes the words."""
    return draw("telling/saved", at=at)


@register.simple_tag
def progress(label: Words, *, done: int, total: int, hint: Words = "", id: str = "progress") -> SafeString:
    """How far long work has come, with a real number."""
    return draw("telling/progress", **locals())


@register.simple_tag
def work(label: Words, *, url: str, done: int, total: int, hint: Words = IT_GOES_ON) -> SafeString:
    """Progress that looks again by itself at `url` (see static/js/progress.js), and has a link without script."""
    return draw("telling/work", **locals())


@register.simple_tag(takes_context=True)
def toast(context: dict[str, object], message: Message) -> SafeString:
    """A message with its way back, if it has one."""
    return draw(
        "telling/toast",
        text=message.message,
        is_wrong=message.level_tag == "error",
        undo_url=undo_url(message),
        csrf_token=context.get("csrf_token", ""),
    )
