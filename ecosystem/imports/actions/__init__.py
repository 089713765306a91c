"""What changes spreadsheets on their way in, and the map at their end."""

from ecosystem.imports.actions.correct import correct_cell, decide_row, merge_row, refresh_row
from ecosystem.imports.actions.keep import destroy_staging
from ecosystem.imports.actions.merge import merge_spreadsheet
from ecosystem.imports.actions.prepare import add_spreadsheet, choose_columns, choose_sheets, stage_spreadsheet
from ecosystem.imports.actions.undo import undo_spreadsheet

__all__ = [
    "add_spreadsheet",
    "choose_columns",
    "choose_sheets",
    "correct_cell",
    "decide_row",
    "destroy_staging",
    "merge_row",
    "merge_spreadsheet",
    "refresh_row",
    "stage_spreadsheet",
    "undo_spreadsheet",
]
