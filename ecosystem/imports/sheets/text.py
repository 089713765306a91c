"""Text files: which encoding, which delimiter, and rows even where a quotation mark was forgotten."""

import csv
import io
import math
from collections import Counter
from collections.abc import Iterator

from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.workbook import Notice

DELIMITERS = ",;\t|*"
SAMPLE_CHARACTERS = 100_000
LONGEST_FIELD = 1_000_000
BOMS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}


def decode(data: bytes) -> tuple[str, str]:
    """The text and the encoding's name; `mixed` where hands with different programs met."""
    for bom, name in BOMS.items():
        if data.startswith(bom):
            return decode_as(data, name)
    if b"\0" in data:
        raise SheetError("nul")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return decode_old(data)


def decode_as(data: bytes, name: str) -> tuple[str, str]:
    try:
        text = data.decode(name)
    except UnicodeDecodeError as error:
        if name == "utf-16":
            raise SheetError("damaged") from error
        text, name = decode_old(data[3:])
    if "\0" in text:
        raise SheetError("nul")
    return text, name


def decode_old(data: bytes) -> tuple[str, str]:
    lines = []
    modern = 0
    for line in data.splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
            modern += not line.isascii()
        except UnicodeDecodeError:
            lines.append(decode_line(line))
    return "".join(lines), "mixed" if modern else "cp1252"


def decode_line(line: bytes) -> str:
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def sniff_delimiter(text: str, filename: str = "") -> str:
    """The sign that cuts the first rows into the same number of cells, most often."""
    first_line = text[:20].split("\n", 1)[0].strip()
    if first_line.lower().startswith("sep=") and len(first_line) == 5:
        return first_line[4]
    sample = text[:SAMPLE_CHARACTERS]
    if len(text) > SAMPLE_CHARACTERS:
        sample = sample.rsplit("\n", 1)[0]
    scores = {sign: regularity(sample, sign) for sign in DELIMITERS}
    best = max(scores, key=lambda sign: scores[sign])
    if scores[best] == 0:
        return "\t" if filename.lower().endswith((".tsv", ".tab")) else ","
    return best


def regularity(sample: str, sign: str) -> float:
    """How evenly a sign cuts: the share of rows with the commonest width, favoring more columns."""
    if sign not in sample:
        return 0.0
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=sign):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0.0
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    width, count = max(wide.items(), key=lambda pair: (pair[1], pair[0]))
    return float((count / widths.total()) ** 2 * math.log2(width + 1))


class Lines:
    """Lines that can be read again from an earlier one."""

    def __init__(self, text: str) -> None:
        self.lines = io.StringIO(text, newline="").readlines()
        self.position = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> str:
        if self.position >= len(self.lines):
            raise StopIteration
        self.position += 1
        return self.lines[self.position - 1]


def read_text_rows(text: str, sign: str, notices: list[Notice]) -> Iterator[list[str]]:
    """Rows of a delimited text. A quotation mark that never closes costs one line, not the rest."""
    csv.field_size_limit(LONGEST_FIELD)
    if text[:4].lower() == "sep=":
        text = text.split("\n", 1)[-1]
    lines = Lines(text)
    reader = csv.reader(lines, delimiter=sign, strict=True)
    width = 0
    while True:
        start = lines.position
        try:
            row = next(reader, None)
        except csv.Error:
            row = rescued_row(lines, start, sign, width, notices)
        if row is None:
            return
        width = width or len(row)
        yield row


def rescued_row(lines: Lines, start: int, sign: str, width: int, notices: list[Notice]) -> list[str]:
    """Sloppy quotes are read kindly where that gives the usual width; else the first line stands alone."""
    record = lines.lines[start : lines.position]
    try:
        rows = list(csv.reader(record, delimiter=sign))
    except csv.Error as error:
        if len(record) == 1:
            params = {"sheet": "", "cell": f"A{start + 1}", "length": len(record[0]), "limit": LONGEST_FIELD}
            raise SheetError("cell_too_long", **params) from error
        rows = []
    is_unclosed = len(record) > 1 and lines.position >= len(lines.lines)
    if len(rows) == 1 and (len(record) == 1 or (len(rows[0]) == width and not is_unclosed)):
        return rows[0]
    notices.append(Notice("open_quote", {"line": start + 1}))
    lines.position = start + 1
    return next(csv.reader([record[0]], delimiter=sign, quoting=csv.QUOTE_NONE))
