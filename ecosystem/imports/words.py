"""Marks English sentences for translators without importing Django: whoever shows them calls gettext."""


def gettext_noop(text: str) -> str:
    return text
