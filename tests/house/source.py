"""The project's own files, for tests that read them."""

import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGES = ("ecosystem", "mapping")


@cache
def tracked_files() -> tuple[Path, ...]:
    """All files that git tracks or would track, without other people's."""
    command = ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return tuple(ROOT / name for name in sorted(set(names)) if "/vendor/" not in name and (ROOT / name).is_file())


def python_files(*, tests: bool = False) -> list[Path]:
    """Our Python, without migrations."""
    inside = [path for path in tracked_files() if path.suffix == ".py" and "migrations" not in path.parts]
    return [path for path in inside if (path.relative_to(ROOT).parts[0] == "tests") is tests]


def templates() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".html" and "templates" in path.parts]


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))
