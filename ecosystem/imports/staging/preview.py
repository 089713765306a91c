"""What the pages of an import show: rows with their cells in words, tabs, problems, both sides of a duplicate."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from ecosystem.imports.models import RowState, Spreadsheet, StagedRow
from ecosystem.imports.sheets import column_letters
from ecosystem.imports.staging.diff import BOTH, OURS, THEIRS
from ecosystem.imports.targets import CellField, Target, target
from ecosystem.imports.values import MESSAGES

Show = Callable[[str, Any], str]
PAGE = 25
SHOWN_COLUMNS = 5
PREFERRED = (
    "area",
    "phone",
    "hours",
    "languages",
    "address",
    "offers",
    "access_undocumented",
    "kind",
    "why",
    "target",
    "need",
)
OWN_MESSAGES = {
    "name_missing": gettext_noop("This row has no name."),
    "missing": gettext_noop("This cell must not be empty."),
    "moved": gettext_noop("Somebody changed this on the map while you looked. Look again."),
    "moved_to_offers": gettext_noop("This was too long for its place. We put it into what it offers."),
    "not_here": gettext_noop("“%(value)s” is not on the map. Bring in the groups first, or correct the name."),
    "same_both": gettext_noop("A group cannot have a tie to itself."),
}
REASONS = {
    "name": gettext_noop("same name"),
    "address": gettext_noop("same place"),
    "phone": gettext_noop("same phone"),
    "web": gettext_noop("same web site"),
}
SKIPPED_WORDS = {"blank": gettext_noop("empty row"), "left_out": gettext_noop("left out")}


@dataclass
class Cell:
    """One cell of the preview. `column` is where a correction goes; nothing where no cell of the file is meant."""

    key: str
    label: str
    text: str = ""
    was: str = ""
    is_changed: bool = False
    problem: str = ""
    is_warning: bool = False
    raw: str = ""
    column: int = -1
    suggestion: str = ""


@dataclass
class Row:
    staged: StagedRow
    label: str
    cells: list[Cell] = field(default_factory=list)
    more: list[Cell] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    note: str = ""


def sentence(problem: dict[str, Any]) -> str:
    text = OWN_MESSAGES.get(problem["code"]) or MESSAGES.get(problem["code"], problem["code"])
    return _(text) % problem["params"] if problem["params"] else _(text)


def page_of_rows(spreadsheet: Spreadsheet, *, state: str, after: int) -> tuple[list[StagedRow], int | None]:
    """One page by position, and where the next begins."""
    rows = StagedRow.objects.filter(spreadsheet=spreadsheet, position__gte=after).order_by("position")
    if state:
        rows = rows.filter(state=state)
    found = list(rows[: PAGE + 1])
    return found[:PAGE], found[PAGE].position if len(found) > PAGE else None


def shown_rows(spreadsheet: Spreadsheet, rows: list[StagedRow]) -> tuple[list[CellField], list[Row]]:
    """Fields that make the table's columns, and the rows in words."""
    kind = target(spreadsheet.target)
    fields = kind.fields()
    columns = [fields[key] for key in column_keys(spreadsheet, rows, fields, kind)]
    places = column_places(spreadsheet)
    names, show = kind.name_fields(), kind.shower()
    return columns, [shown_row(row, columns, fields, names, show, places) for row in rows]


def one_shown(row: StagedRow, keys: list[str]) -> tuple[list[CellField], Row]:
    """One row again, under the columns that the page has."""
    kind = target(row.spreadsheet.target)
    fields = kind.fields()
    columns = [fields[key] for key in keys if key in fields]
    return columns, shown_row(row, columns, fields, kind.name_fields(), kind.shower(), column_places(row.spreadsheet))


def column_keys(
    spreadsheet: Spreadsheet, rows: list[StagedRow], fields: dict[str, CellField], kind: Target
) -> list[str]:
    """First what has to be looked at, then what people look for; never more than a table can hold."""
    votes: Counter[str] = Counter()
    for row in rows:
        votes.update(key for key, problem in row.problems.items() if not problem["warning"])
        votes.update(row.changes.keys())
    mapped = {column["field"] for sheet in spreadsheet.plan if sheet["chosen"] for column in sheet["columns"]}
    wanted = [key for key, _count in votes.most_common()]
    wanted += [key for key in (*PREFERRED, *fields) if key in mapped]
    named = set(kind.name_fields())
    kept = [key for key in dict.fromkeys(wanted) if key in fields and key not in named][:SHOWN_COLUMNS]
    return sorted(kept, key=list(fields).index)


def column_places(spreadsheet: Spreadsheet) -> dict[tuple[int, str], int]:
    """Which column of which sheet holds a field."""
    found: dict[tuple[int, str], int] = {}
    for index, sheet in enumerate(spreadsheet.plan):
        for column in sheet["columns"]:
            if column["field"]:
                found.setdefault((index, column["field"]), column["index"])
    return found


def shown_row(
    row: StagedRow,
    columns: list[CellField],
    fields: dict[str, CellField],
    names: Sequence[str],
    show: Show,
    places: dict[tuple[int, str], int],
) -> Row:
    def cell(key: str) -> Cell:
        return shown_cell(row, fields[key], show, places)

    keys = [column.key for column in columns]
    named = [key for key in names if key in row.problems]
    rest = [
        key for key in fields if (key in row.values or key in row.problems or key in row.changes) and key not in keys
    ]
    return Row(
        row,
        label=row.label,
        cells=[cell(key) for key in keys],
        more=[cell(key) for key in rest],
        reasons=[_(REASONS[reason]) for reason in row.like.get("reasons", ()) if reason in REASONS],
        note=note_of(row, named),
    )


def note_of(row: StagedRow, named: list[str]) -> str:
    if row.state == RowState.SKIPPED:
        return _(SKIPPED_WORDS.get(row.reason, "left out"))
    wrong = [problem for key, problem in row.problems.items() if key in (*named, "_row") and not problem["warning"]]
    return sentence(wrong[0]) if wrong else ""


def shown_cell(row: StagedRow, column: CellField, show: Show, places: dict[tuple[int, str], int]) -> Cell:
    key = column.key
    before, after = row.changes.get(key, (None, None))
    is_changed = key in row.changes and row.state == RowState.CHANGED
    value = after if is_changed else row.values.get(key)
    cell = Cell(key, str(column.label), show(key, value), show(key, before) if is_changed else "", is_changed)
    cell.column = places.get((row.sheet, key), -1)
    if problem := row.problems.get(key):
        cell.problem, cell.is_warning = sentence(problem), problem["warning"]
        cell.raw = problem["text"] or raw_text(row, cell.column)
        cell.column = problem["column"] if problem["column"] >= 0 else cell.column
        cell.suggestion = problem["params"].get("suggestion", "")
    return cell


def raw_text(row: StagedRow, column: int) -> str:
    if str(column) in row.typed:
        return str(row.typed[str(column)])
    return str(row.cells[column]) if 0 <= column < len(row.cells) else ""


def sides(row: StagedRow, *, picks: dict[str, str] | None = None) -> list[dict[str, Any]]:
    """Both sides of a merge, field by field, with what is chosen. Call after the row was compared."""
    kind = target(row.spreadsheet.target)
    fields = kind.fields()
    chosen, show = picks or row.picks, kind.shower()
    return [
        {
            "key": key,
            "label": fields[key].label if key in fields else key,
            "ours": show(key, before),
            "theirs": show(key, after),
            "both": show(key, kind.joined(key, before, after))
            if before and kind.joined(key, before, after) != before
            else "",
            "pick": chosen.get(key, THEIRS),
            "choices": [OURS, THEIRS, BOTH],
        }
        for key, (before, after) in row.changes.items()
    ]


def problem_kinds(spreadsheet: Spreadsheet) -> list[dict[str, Any]]:
    """What is wrong, by kind and column, the commonest first: so that one decision helps many rows."""
    fields = target(spreadsheet.target).fields()
    counts: Counter[tuple[str, str, int, int]] = Counter()
    wrong = StagedRow.objects.filter(spreadsheet=spreadsheet, state=RowState.WRONG).order_by()
    for sheet, problems in wrong.values_list("sheet", "problems"):
        for key, problem in problems.items():
            if not problem["warning"]:
                counts[key, problem["code"], sheet, problem["column"]] += 1
    return [
        {
            "label": fields[key].label if key in fields else "",
            "sentence": plain_sentence(code),
            "count": count,
            "sheet": sheet,
            "column": column,
            "code": code,
        }
        for (key, code, sheet, column), count in counts.most_common(6)
    ]


def plain_sentence(code: str) -> str:
    """A problem of many cells, without the one value."""
    general = {
        "choice_like": _("Words that are not on the list, but nearly."),
        "choice_unknown": _("Words that are not on the list."),
        "language_unknown": _("Languages that we do not know."),
        "language_like": _("Languages that we do not know, but nearly."),
        "too_long": _("Too long for this field."),
        "phone_digits_missing": _("Digits are missing."),
        "hour_wrong": _("There is no such hour."),
        "minute_wrong": _("There is no such minute."),
        "not_here": _("Names that are not on the map."),
    }
    return general.get(code) or _(OWN_MESSAGES.get(code) or MESSAGES.get(code, code))


def wrong_lines(spreadsheet: Spreadsheet) -> list[list[str]]:
    """Wrong rows as they stood in the file, with what is wrong in front: to be corrected elsewhere and uploaded again."""
    lines: list[list[str]] = []
    sheet_before = -1
    rows = StagedRow.objects.filter(spreadsheet=spreadsheet, state=RowState.WRONG).order_by("position")
    for row in rows.iterator(chunk_size=1000):
        if row.sheet != sheet_before:
            headers = [
                column["header"] or column_letters(column["index"]) for column in spreadsheet.plan[row.sheet]["columns"]
            ]
            lines.append([_("Row"), _("What is wrong"), *headers])
            sheet_before = row.sheet
        wrong = "; ".join(sentence(problem) for problem in row.problems.values() if not problem["warning"])
        lines.append([str(row.number), wrong, *row.cells])
    return lines
