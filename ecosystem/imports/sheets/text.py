"""Text files: which encoding, which delimiter, and rows even where a quotation mark was forgotten."""

import csv
import io
import math
from collections import Counter
from collections.abc import Generator, Iterator

from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.workbook import Notice

DELIMITERS = ",;\t|*"
SAMPLE_CHARACTERS = 100_000
LONG_RECORD_LINES = 40
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


def read_text_rows(text: str, sign: str, notices: list[Notice]) -> Iterator[list[str]]:
    """Rows of a delimited text. A quotation mark that never closes costs one line, not the rest."""
    csv.field_size_limit(2**31 - 1)
    if text[:4].lower() == "sep=":
        text = text.split("\n", 1)[-1]
    if text.count('"') % 2 == 0:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=sign)
        return
    lines = io.StringIO(text, newline="").readlines()
    start = 0
    while start < len(lines):
        start = yield from read_until_open_quote(lines, start, sign, notices)


def read_until_open_quote(
    lines: list[str], start: int, sign: str, notices: list[Notice]
) -> Generator[list[str], None, int]:
    """Yield good rows; at a record that swallows what follows, yield its first line as it stands."""
    reader = csv.reader(lines[start:], delimiter=sign)
    before = 0
    for row in reader:
        span = reader.line_num - before
        at_end = start + reader.line_num >= len(lines)
        if span > LONG_RECORD_LINES or (span > 1 and at_end and not lines[-1].rstrip().endswith('"')):
            line = lines[start + before]
            notices.append(Notice("open_quote", {"line": start + before + 1}))
            yield next(csv.reader([line], delimiter=sign, quoting=csv.QUOTE_NONE))
            return start + before + 1
        yield row
        before = reader.line_num
    return len(lines)
