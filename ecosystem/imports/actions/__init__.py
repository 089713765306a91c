"""What changes spreadsheets on their way in, and the map at their end."""

from ecosystem.imports.actions.correct import (
    compared_sides,
    correct_cell,
    decide_row,
    empty_cells,
    merge_row,
    refresh_row,
)
from ecosystem.imports.actions.keep import destroy_staging
from ecosystem.imports.actions.merge import merge_spreadsheet
from ecosystem.imports.actions.prepare import (
    add_spreadsheet,
    arrange_sheets,
    choose_columns,
    sheet_facts,
    stage_spreadsheet,
)
from ecosystem.imports.actions.undo import undo_spreadsheet

__all__ = [
    "add_spreadsheet",
    "arrange_sheets",
    "choose_columns",
    "compared_sides",
    "correct_cell",
    "decide_row",
    "destroy_staging",
    "empty_cells",
    "merge_row",
    "merge_spreadsheet",
    "refresh_row",
    "sheet_facts",
    "stage_spreadsheet",
    "undo_spreadsheet",
]
