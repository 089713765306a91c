"""Spreadsheets: bytes to rows of text, safely, and what those rows are. Knows no Django."""

from ecosystem.imports.sheets.cells import cell_name, column_letters
from ecosystem.imports.sheets.describe import WHY, Record, SheetGuess, describe, records
from ecosystem.imports.sheets.errors import SheetError
from ecosystem.imports.sheets.limits import Limits
from ecosystem.imports.sheets.read import read_workbook, store_workbook
from ecosystem.imports.sheets.workbook import Notice, Sheet, StoredSheet, StoredWorkbook, Workbook

__all__ = [
    "WHY",
    "Limits",
    "Notice",
    "Record",
    "Sheet",
    "SheetError",
    "SheetGuess",
    "StoredSheet",
    "StoredWorkbook",
    "Workbook",
    "cell_name",
    "column_letters",
    "describe",
    "read_workbook",
    "records",
    "store_workbook",
]
