"""The columns that the importer knows, as the tables of docs/spreadsheets.md: `python -m mapping.imports.page`."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).resolve().parent.parent.parent / "docs" / "spreadsheets.md"
BEGIN, END = "<!-- columns: python -m mapping.imports.page -->", "<!-- end of columns -->"
FIRST, LAST = 5, 3  # of the headers; the plainest come first, Spanish ones last
KINDS: Final = {
    "text": "words",
    "line": "one line",
    "choice": "one of a list",
    "choices": "several of a list",
    "answer": "yes, partly, no, ?",
    "zip": "ZIP",
    "phone": "phones",
    "email": "e-mails",
    "webs": "web addresses",
}


def tables() -> str:
    """All targets, each with its fields. Needs Django, but no coalition: own questions are each coalition's own."""
    from django.utils.translation import override

    from ecosystem.imports.targets import CellField, all_targets
    from mapping.imports.columns import group_fields
    from mapping.imports.small import OneTable

    def lines() -> Iterator[str]:
        for target in all_targets():
            fields: Mapping[str, CellField] = target.fields() if isinstance(target, OneTable) else group_fields()
            yield f"### {target.label} (`{target.key}`)\n"
            yield "| column | `--columns` | holds | headers that we know |\n|---|---|---|---|"
            yield from (row(str(field.label), key, field.kind, field.names) for key, field in fields.items())
            yield ""

    with override("en"):
        return "\n".join(lines()).rstrip()


def row(label: str, key: str, kind: str, names: Iterable[str]) -> str:
    """One field with some of its headers, as there may be thirty."""
    found = list(dict.fromkeys(names))
    known = ", ".join(found if len(found) <= FIRST + LAST else [*found[:FIRST], "…", *found[-LAST:]])
    return f"| {label[:1].upper()}{label[1:]} | `{key}` | {KINDS.get(kind, kind)} | {known} |"


def renewed(page: str) -> str:
    """The page with its tables as the code has them."""
    head, rest = page.split(BEGIN)
    return f"{head}{BEGIN}\n\n{tables()}\n\n{END}{rest.split(END)[1]}"


def main() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ecosystem.settings")
    django.setup()
    PAGE.write_text(renewed(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} is up to date.\n")


if __name__ == "__main__":
    main()
