"""The child process that opens what strangers made: under limits, without secrets, rows to disk as it goes.

Run as `python -m ecosystem.imports.sheets.reader JOB.json`; answers with one JSON object in the job's folder.
"""

import resource
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson

from ecosystem.imports.sheets.archive import check_archive
from ecosystem.imports.sheets.cells import cell_name, cell_text
from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.kinds import file_kind
from ecosystem.imports.sheets.limits import Limits
from ecosystem.imports.sheets.text import decode, read_text_rows, sniff_delimiter
from ecosystem.imports.sheets.workbook import Notice

MERGED_ROWS = 60


def main(job_path: str) -> None:
    job = orjson.loads(Path(job_path).read_bytes())
    limits = Limits(**job["limits"])
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    Path(job["answer"]).write_bytes(orjson.dumps(answer(job, limits)))


def answer(job: dict[str, Any], limits: Limits) -> dict[str, Any]:
    try:
        return read_file(Path(job["source"]), job["filename"], Path(job["folder"]), limits)
    except SheetError as error:
        return {"error": error.code, "params": error.params}
    except MemoryError:
        return {"error": "too_much_memory", "params": {}}


def read_file(source: Path, filename: str, folder: Path, limits: Limits) -> dict[str, Any]:
    kind = file_kind(source)
    writer = Writer(folder, limits)
    notices: list[Notice] = []
    facts = {"encoding": "", "delimiter": ""}
    if kind == "text":
        facts = write_text(source, filename, writer, notices)
    else:
        write_workbook(source, kind, writer, notices, limits)
    return {"kind": kind, "sheets": writer.sheets, "notices": [[n.code, n.params] for n in notices], **facts}


class Writer:
    """Rows to disk, a JSON list a line, counting what they cost."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder
        self.limits = limits
        self.left = limits.text_characters
        self.sheets: list[dict[str, Any]] = []

    def write(self, name: str, rows: Iterable[list[str]], **facts: Any) -> None:
        """Blank rows inside are kept, so that row numbers stay true; those after the last are not."""
        path = self.folder / f"{len(self.sheets)}.jsonl"
        blank = count = columns = 0
        with path.open("wb", buffering=1024 * 1024) as out:
            for number, row in enumerate(rows):
                if not any(row):
                    blank += 1
                    continue
                self.check(name, number, row)
                out.write(b"[]\n" * blank)
                out.write(orjson.dumps(trimmed(row)))
                out.write(b"\n")
                count, blank, columns = number + 1, 0, max(columns, len(row))
        self.sheets.append({"name": name, "path": path.name, "row_count": count, "column_count": columns, **facts})

    def check(self, name: str, number: int, row: list[str]) -> None:
        if number >= self.limits.rows:
            raise SheetError("too_many_rows", sheet=name, limit=self.limits.rows)
        if len(row) > self.limits.columns and len(trimmed(row)) > self.limits.columns:
            raise SheetError("too_many_columns", sheet=name, limit=self.limits.columns)
        lengths = list(map(len, row))
        self.left -= sum(lengths)
        if self.left < 0:
            raise SheetError("too_much_text")
        if max(lengths) > self.limits.cell_characters:
            column = lengths.index(max(lengths))
            raise SheetError(
                "cell_too_long",
                sheet=name,
                cell=cell_name(number, column),
                length=lengths[column],
                limit=self.limits.cell_characters,
            )
        if any("\0" in cell for cell in row):
            raise SheetError("nul")


def trimmed(row: list[str]) -> list[str]:
    """Without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1]:
        end -= 1
    return row[:end]


def write_text(source: Path, filename: str, writer: Writer, notices: list[Notice]) -> dict[str, str]:
    text, encoding = decode(source.read_bytes())
    if encoding in {"mixed", "cp1252"}:
        notices.append(Notice("mixed_encoding" if encoding == "mixed" else "old_encoding"))
    delimiter = sniff_delimiter(text, filename)
    rows = read_text_rows(text, delimiter, notices)
    writer.write(Path(filename).stem, ([cell_text(cell) for cell in row] for row in rows))
    if not writer.sheets[0]["row_count"]:
        raise SheetError("empty")
    return {"encoding": encoding, "delimiter": delimiter}


def write_workbook(source: Path, kind: str, writer: Writer, notices: list[Notice], limits: Limits) -> None:
    formulas = check_archive(source, limits)
    if formulas:
        notices.append(Notice("formulas", {"count": formulas}))
    try:
        write_fast(source, writer)
    except SheetError:
        raise
    except BaseException as error:  # a panic in the Rust reader is no Exception
        if isinstance(error, MemoryError | KeyboardInterrupt):
            raise
        if type(error).__name__ == "PasswordError":
            raise SheetError("password") from error
        writer.sheets.clear()
        write_slowly(source, kind, writer)
        notices.append(Notice("slow_reader"))
    if not any(sheet["row_count"] for sheet in writer.sheets):
        raise SheetError("empty")


def write_fast(source: Path, writer: Writer) -> None:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    with CalamineWorkbook.from_path(str(source)) as workbook:
        for facts in workbook.sheets_metadata:
            if facts.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(facts.name)
            merges = [[*a, *b] for a, b in sheet.merged_cell_ranges or [] if a[0] < MERGED_ROWS]
            hidden = facts.visible is not SheetVisibleEnum.Visible
            writer.write(facts.name, fast_rows(sheet), is_hidden=hidden, merges=merges)
            del sheet


def fast_rows(sheet: Any) -> Iterator[list[str]]:
    """Every row from the sheet's first one; calamine leaves out the columns before the first used."""
    if sheet.start is None:
        return
    pad = [""] * sheet.start[1]
    for row in sheet.iter_rows():
        yield pad + list(map(cell_text, row))


def write_slowly(source: Path, kind: str, writer: Writer) -> None:
    """openpyxl, with defusedxml at hand, reads some files that the fast reader does not."""
    if kind != "xlsx":
        raise SheetError("damaged")
    import openpyxl

    try:
        workbook = openpyxl.load_workbook(source, read_only=True, data_only=True)
        for sheet in workbook.worksheets:
            rows = (list(map(cell_text, row)) for row in sheet.iter_rows(values_only=True))
            writer.write(sheet.title, rows, is_hidden=sheet.sheet_state != "visible", merges=[])
    except (SheetError, MemoryError):
        raise
    except Exception as error:
        raise SheetError("damaged") from error


if __name__ == "__main__":
    main(sys.argv[1])
