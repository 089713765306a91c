"""One JSON column per text: {"en": …, "es": …}. A third language needs no migration."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as one reader sees it; `language` differs from theirs when it was not translated yet."""

    words: str
    language: str

    def __str__(self) -> str:
        return self.words


def shown(text: Mapping[str, str] | None, language: str | None = None) -> Shown:
    """The text in the reader's language, else in the first language that has it. Never blank if any has it."""
    wanted = (language or get_language() or "en").split("-")[0]
    versions = {code: words for code, words in (text or {}).items() if words}
    if wanted in versions or not versions:
        return Shown(versions.get(wanted, ""), wanted)
    found = next(iter(versions))
    return Shown(versions[found], found)


def is_filled(text: Mapping[str, str] | None) -> bool:
    return any((text or {}).values())
