"""Lists as spreadsheets whose headings the importer knows, so that a file comes in again with no change.

The first column is the row's own id. Sealed things (whole addresses of reduced places, who promised) are in no column.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import get_language
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from ecosystem.imports.formulas import escape_formula

Words = str | Promise
SHEET_NAMES = {
    "organization": ("Groups", "Grupos"),
    "resource": ("Resources", "Recursos"),
    "need": ("Needs", "Necesidades"),
}


@dataclass(frozen=True)
class Column:
    """One column: the importer's field key, its heading in both languages, and where a row's value comes from."""

    key: str
    en: str
    es: str
    value: Callable[[Any], str]

    @property
    def heading(self) -> str:
        return self.es if (get_language() or "en").startswith("es") else self.en


def lines(columns: Sequence[Column], rows: Iterable[Any]) -> list[list[str]]:
    """All rows in words, read while the scope is open."""
    return [[column.value(row) for column in columns] for row in rows]


def as_csv(columns: Sequence[Column], found: list[list[str]]) -> bytes:
    """UTF-8 with a mark that tells spreadsheet programs so; formulas disarmed."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([column.heading for column in columns])
    writer.writerows([escape_formula(text) for text in line] for line in found)
    return "\ufeff".encode() + written.getvalue().encode()


def as_xlsx(noun: str, columns: Sequence[Column], found: list[list[str]]) -> bytes:
    """One sheet of words, its heading row bold and frozen; formulas disarmed."""
    book = Workbook(write_only=True)
    language = 1 if (get_language() or "en").startswith("es") else 0
    sheet = book.create_sheet(SHEET_NAMES[noun][language])
    sheet.freeze_panes = "C2"
    for number, column in enumerate(columns, 1):
        widest = max([len(column.heading), *(len(line[number - 1]) for line in found[:200])])
        sheet.column_dimensions[_letter(number)].width = min(48, max(10, widest + 2))
    sheet.append([_bold(sheet, column.heading) for column in columns])
    for line in found:
        sheet.append([_words(sheet, text) for text in line])
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _bold(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(bold=True)
    return cell


def _words(sheet: Any, text: str) -> Any:
    """A cell that is never a formula, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=escape_formula(_printable(text)))
    cell.data_type = "s"
    return cell


def _printable(text: str) -> str:
    """Without the control characters that a workbook cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")


def _letter(number: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(number))
