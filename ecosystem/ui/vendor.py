"""Copies other people's browser code from node_modules to where pages find it, and writes down what it was.

Run by `make vendor` after `npm ci`. Nothing else writes static/vendor/ or tests/vendor/; a test compares the hashes.
"""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
FONTS: Final = "node_modules/@fontsource-variable"
# destination: source
FILES: Final = {
    "static/vendor/htmx.min.js": "node_modules/htmx.org/dist/htmx.min.js",
    "static/vendor/htmx.LICENSE.txt": "node_modules/htmx.org/LICENSE",
    "static/vendor/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2": (
        f"{FONTS}/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2"
    ),
    "static/vendor/fonts/atkinson-hyperlegible-next.LICENSE.txt": f"{FONTS}/atkinson-hyperlegible-next/LICENSE",
    "static/vendor/fonts/fraunces-latin-opsz-normal.woff2": f"{FONTS}/fraunces/files/fraunces-latin-opsz-normal.woff2",
    "static/vendor/fonts/fraunces.LICENSE.txt": f"{FONTS}/fraunces/LICENSE",
    "tests/vendor/axe.min.js": "node_modules/axe-core/axe.min.js",
}
MANIFEST: Final = ROOT / "static/vendor/manifest.json"


def sha256(path: Path) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def package(source: str) -> str:
    """The name of the package that a source belongs to."""
    names = source.removeprefix("node_modules/").split("/")
    return "/".join(names[:2]) if names[0].startswith("@") else names[0]


def version(name: str) -> str:
    """The version that package-lock.json pins."""
    lock = json.loads((ROOT / "package-lock.json").read_text())
    return str(lock["packages"][f"node_modules/{name}"]["version"])


def copy() -> None:
    """Copy every file and write the manifest."""
    entries = {}
    for target, source in FILES.items():
        (ROOT / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / source, ROOT / target)
        name = package(source)
        entries[target] = {"package": name, "version": version(name), "sha256": sha256(ROOT / target)}
    MANIFEST.write_text(json.dumps(entries, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    copy()
