"""Static files in production: hashed, compressed, and our style sheets folded into one request."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from whitenoise.storage import CompressedManifestStaticFilesStorage

SHEET: Final = "css/app.css"
IMPORT: Final = re.compile(r'@import url\("(?P<path>[^"]+)"\) layer\((?P<layer>\w+)\);')


def folded(sheet: Path) -> str:
    """The sheet with each layered import replaced by the file's text. Those files hold no addresses of their own."""

    def text(found: re.Match[str]) -> str:
        return f"@layer {found['layer']} {{\n{(sheet.parent / found['path']).read_text()}}}"

    return IMPORT.sub(text, sheet.read_text())


class HouseStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc] # whitenoise is untyped
    """Whitenoise's storage; folds css/app.css before hashing."""

    def post_process(self, paths: dict[str, Any], dry_run: bool = False, **options: Any) -> Iterator[Any]:
        """Fold, then hash and compress as usual."""
        if SHEET in paths and not dry_run:
            # From its source: what is collected may be the last one, folded; it is copied only when it changes.
            storage, path = paths[SHEET]
            Path(self.path(SHEET)).write_text(folded(Path(storage.path(path))))
            paths[SHEET] = (self, SHEET)  # hash what was folded, not where it came from
        yield from super().post_process(paths, dry_run=dry_run, **options)
