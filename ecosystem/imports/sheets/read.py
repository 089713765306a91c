"""From a file to rows: the parent's side, which never parses anything itself."""

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import orjson

from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.limits import MB, Limits
from ecosystem.imports.sheets.workbook import Notice, Sheet, StoredSheet, StoredWorkbook, Workbook

ROOT = Path(__file__).resolve().parents[3]


def read_workbook(source: bytes | Path, filename: str, *, limits: Limits | None = None) -> Workbook:
    """The whole file in memory. For files of many rows use `store_workbook`."""
    with tempfile.TemporaryDirectory(prefix="sheet-") as folder:
        stored = store_workbook(source, filename, Path(folder), limits=limits)
        sheets = tuple(
            Sheet(sheet.name, list(sheet.iter_rows()), sheet.is_hidden, sheet.merges) for sheet in stored.sheets
        )
    return Workbook(stored.filename, stored.kind, sheets, stored.encoding, stored.delimiter, stored.warnings)


def store_workbook(
    source: bytes | Path, filename: str, folder: Path, *, limits: Limits | None = None
) -> StoredWorkbook:
    """Rows as JSON lines in `folder` (the caller's to keep and to remove), read by a child process."""
    limits = limits or Limits()
    with tempfile.TemporaryDirectory(prefix="job-", dir=folder) as private:
        path = source if isinstance(source, Path) else Path(private, "upload")
        if isinstance(source, bytes):
            path.write_bytes(source)
        check_size(path.stat().st_size, limits)
        answer = run_reader(path, filename, folder, Path(private), limits)
    if "error" in answer:
        raise SheetError(answer["error"], **answer["params"])
    return stored_workbook(answer, filename, folder)


def check_size(size: int, limits: Limits) -> None:
    if size == 0:
        raise SheetError("empty")
    if size > limits.file_bytes:
        raise SheetError("too_large", size=round(size / MB, 1), limit=limits.file_bytes // MB)


def run_reader(path: Path, filename: str, folder: Path, private: Path, limits: Limits) -> dict[str, Any]:
    job = {
        "source": str(path),
        "filename": filename,
        "folder": str(folder),
        "answer": str(private / "answer.json"),
        "limits": limits.as_dict(),
    }
    (private / "job.json").write_bytes(orjson.dumps(job))
    command = [sys.executable, "-m", "ecosystem.imports.sheets.reader", str(private / "job.json")]
    try:
        done = subprocess.run(  # noqa: S603 # our own module, a path of our own making
            command, cwd=ROOT, env=bare_environment(), capture_output=True, timeout=limits.wall_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SheetError("too_slow") from error
    if done.returncode:
        raise SheetError(death_reason(done.returncode, done.stderr))
    return dict(orjson.loads((private / "answer.json").read_bytes()))


def bare_environment() -> dict[str, str]:
    """No secrets for a process that opens strangers' files, and one memory arena instead of many."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH", "TMPDIR") if name in os.environ}
    return {**kept, "MALLOC_ARENA_MAX": "1", "PYTHONIOENCODING": "utf-8"}


def death_reason(code: int, stderr: bytes) -> str:
    if code == -signal.SIGXCPU:
        return "too_slow"
    if code in {-signal.SIGABRT, -signal.SIGKILL, -signal.SIGSEGV} or b"MemoryError" in stderr:
        return "too_much_memory"
    return "damaged"


def stored_workbook(answer: dict[str, Any], filename: str, folder: Path) -> StoredWorkbook:
    sheets = tuple(
        StoredSheet(
            name=facts["name"],
            path=folder / facts["path"],
            row_count=facts["row_count"],
            column_count=facts["column_count"],
            is_hidden=facts.get("is_hidden", False),
            merges=tuple(tuple(merge) for merge in facts.get("merges", [])),
        )
        for facts in answer["sheets"]
    )
    notices = tuple(Notice(code, params) for code, params in answer["notices"])
    return StoredWorkbook(filename, answer["kind"], sheets, answer["encoding"], answer["delimiter"], notices)
