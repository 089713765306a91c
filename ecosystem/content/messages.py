"""Gathers the words for translation and compiles them: `python -m ecosystem.content.messages`. Needs no gettext.

Catalogs name files without line numbers and carry no dates, so that two branches seldom touch the same line.
English has a catalog too: it words anew what Django and allauth say (borrowed.py).
"""

import io
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import polib  # type: ignore[import-untyped] # it has no types
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("ecosystem", "mapping", "capacity", "safety", "budget")
LANGUAGES = ("en", "es")
BORROWED = "ecosystem/content/borrowed.py"
KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[sd]|{\w*}")


class Key(NamedTuple):
    """What makes a message the same message."""

    context: str
    text: str
    plural: str


@dataclass
class Message:
    """One thing to translate, and the files that say it."""

    files: set[str] = field(default_factory=set)
    hints: set[str] = field(default_factory=set)


def gathered() -> dict[Key, Message]:
    """Every translatable sentence of our code and templates."""
    messages: dict[Key, Message] = {}
    for path in sorted(_sources()):
        for key, hints in _messages_in(path):
            message = messages.setdefault(key, Message())
            message.files.add(path.relative_to(ROOT).as_posix())
            message.hints.update(hints)
    return messages


def merged(language: str, messages: dict[Key, Message]) -> polib.POFile:
    """The catalog as it should be now: what is new is empty, what is gone is dropped, what was translated stays."""
    path = catalog_path(language)
    known = {key_of(entry): entry for entry in polib.pofile(str(path))} if path.exists() else {}
    catalog = polib.POFile(wrapwidth=100)
    catalog.metadata = {
        "Project-Id-Version": "ecosystem",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    spoken = [key for key in sorted(messages) if language != "en" or BORROWED in messages[key].files]
    catalog.extend(_entry(key, messages[key], known.get(key)) for key in spoken)
    return catalog


def catalog_path(language: str) -> Path:
    return ROOT / "locale" / language / "LC_MESSAGES" / "django.po"


def key_of(entry: polib.POEntry) -> Key:
    return Key(entry.msgctxt or "", entry.msgid, entry.msgid_plural)


def translations(entry: polib.POEntry) -> list[str]:
    """What the catalog says for it: one text, or one for each plural form."""
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _sources() -> Iterator[Path]:
    for package in PACKAGES:
        yield from (path for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts)
    for pattern in ("*.html", "*.txt"):
        yield from (ROOT / "templates").rglob(pattern)


def _messages_in(path: Path) -> Iterator[tuple[Key, list[str]]]:
    text = path.read_text()
    if path.suffix != ".py":
        # Templates become rows of X and calls of gettext; without their indentation this reads as Python.
        text = re.sub(r"(?m)^\s+", "", templatize(text, origin=str(path)))
    found = extract("python", io.BytesIO(text.encode()), KEYWORDS, comment_tags=["Translators:"])
    for _line, words, hints, context in found:
        one, many = (words[0], words[-1]) if isinstance(words, tuple) else (words, "")
        if one:
            yield Key(context or "", one, many or ""), hints


def _entry(key: Key, message: Message, known: polib.POEntry | None) -> polib.POEntry:
    entry = polib.POEntry(
        msgctxt=key.context or None,
        msgid=key.text,
        msgid_plural=key.plural,
        msgstr=known.msgstr if known else "",
        msgstr_plural=(known.msgstr_plural if known else {0: "", 1: ""}) if key.plural else {},
        occurrences=[(name, "") for name in sorted(message.files)],
        comment="\n".join(sorted(message.hints)),
    )
    if re.search(r"%\(\w+\)|%[sd]", key.text):
        entry.flags.append("python-format")
    return entry


def _report(language: str, catalog: Iterable[polib.POEntry]) -> str:
    entries = list(catalog)
    empty = sum(not all(translations(entry)) for entry in entries)
    return f"{language}: {len(entries)} messages, {empty} without a translation."


def main() -> None:
    messages = gathered()
    for language in LANGUAGES:
        path = catalog_path(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = merged(language, messages)
        catalog.save(str(path))
        path.with_suffix(".mo").write_bytes(catalog.to_binary())
        sys.stdout.write(_report(language, catalog) + "\n")


if __name__ == "__main__":
    main()
