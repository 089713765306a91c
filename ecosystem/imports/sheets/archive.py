"""Looks into an XLSX or ODS before anybody parses it: bombs, entities and far cells stop here."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ecosystem.imports.sheets.cells import cell_name
from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.limits import Limits

CHUNK = 1024 * 1024
OVERLAP = 200
SMALL = 1024 * 1024
# Only what could be far: two letters or more, or six digits or more. Near cells cost nothing.
FAR = re.compile(rb"""\br\s*=\s*["'](?:([A-Za-z]{2,3})(\d+)|([A-Za-z]?)(\d{6,}))["']""")
REPEATED = re.compile(rb"<table:table-cell[^>]{0,300}?number-columns-repeated=\"(\d{4,})\"[^>]{0,300}?value-type=")
DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
FORMULA_ALONE = re.compile(rb"</f>\s*(?:<v\s*/>|<v></v>)?\s*</c>")


def check_archive(path: Path, limits: Limits) -> int:
    """Refuse what is not safe to parse; else say how many formulas carry no result."""
    try:
        with zipfile.ZipFile(path) as archive:
            check_sizes(archive, limits)
            return sum(check_part(archive, part, limits) for part in archive.infolist() if is_markup(part))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise SheetError("damaged") from error
    except RuntimeError as error:  # zipfile's answer to an encrypted part
        raise SheetError("password") from error


def check_sizes(archive: zipfile.ZipFile, limits: Limits) -> None:
    parts = archive.infolist()
    if len(parts) > limits.parts:
        raise SheetError("too_many_parts")
    if sum(part.file_size for part in parts) > limits.inflated_bytes:
        raise SheetError("inflates")
    if any(part.file_size > SMALL and part.file_size > limits.ratio * part.compress_size for part in parts):
        raise SheetError("inflates")


def is_markup(part: zipfile.ZipInfo) -> bool:
    return part.filename.lower().endswith((".xml", ".rels"))


def check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo, limits: Limits) -> int:
    name = part.filename.lower()
    is_sheet = "worksheets/" in name or name == "content.xml"
    width = 0
    formulas = 0
    for chunk, new in chunks(archive, part):
        if DOCTYPE.search(chunk) or b"\0" in chunk[:100]:  # UTF-16 could hide a DTD from us
            raise SheetError("entities")
        if is_sheet:
            width = check_cells(chunk, width, limits)
            formulas += count_from(FORMULA_ALONE, chunk, new)
    return formulas


def count_from(pattern: re.Pattern[bytes], chunk: bytes, new: int) -> int:
    """Matches that end in the new piece, so that the overlap counts nothing twice."""
    if b"</f>" not in chunk:
        return 0
    return sum(match.end() > new for match in pattern.finditer(chunk))


def chunks(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[bytes, int]]:
    """Pieces that overlap a little, and where each one's new bytes begin. Headers may lie about sizes, so count."""
    read = 0
    tail = b""
    with archive.open(part) as stream:
        while piece := stream.read(CHUNK):
            read += len(piece)
            if read > part.file_size:
                raise SheetError("inflates")
            yield tail + piece, len(tail)
            tail = piece[-OVERLAP:]


def check_cells(chunk: bytes, width: int, limits: Limits) -> int:
    for match in FAR.finditer(chunk):
        letters = match[1] or match[3]
        column, row = column_index(letters), int(match[2] or match[4]) - 1
        width = max(width, column + 1)
        if row >= limits.rows or column >= limits.columns or row * width > limits.cells:
            raise SheetError("far_cell", cell=cell_name(row, max(column, 0)))
    for match in REPEATED.finditer(chunk):
        if int(match[1]) > limits.columns:
            raise SheetError("far_cell", cell=cell_name(0, int(match[1]) - 1))
    return width


def column_index(letters: bytes) -> int:
    index = 0
    for letter in letters.upper():
        index = index * 26 + letter - 64
    return index - 1
