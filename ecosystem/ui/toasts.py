"""Messages that can be taken back: `say(request, "…", undo_url="…")` shows as a toast with an Undo button."""

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

UNDO = "undo:"


def say(request: HttpRequest, text: str, *, undo_url: str = "") -> None:
    """Tell what was done, and how to undo it."""
    messages.success(request, text, extra_tags=f"{UNDO}{undo_url}" if undo_url else "")


def undo_url(message: Message) -> str:
    """The address that takes the message's action back, or nothing. Only our own paths count."""
    found = next((tag for tag in (message.extra_tags or "").split() if tag.startswith(UNDO)), UNDO)
    url = found.removeprefix(UNDO)
    return url if url.startswith("/") and not url.startswith("//") else ""
