"""The plan of a file: which sheets, where their headers are, which column is which field. A person may correct it."""

import hashlib
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ecosystem.imports.columns import MATCHED, Match, match_columns
from ecosystem.imports.folding import folded, header_words
from ecosystem.imports.models import ColumnChoice
from ecosystem.imports.sheets import SheetGuess, StoredSheet, StoredWorkbook, describe, records, store_workbook
from ecosystem.imports.staging.cleaning import LEAVE_EMPTY, SAMPLE, Column
from ecosystem.imports.targets import CellField, Target

SHOWN_VALUES = 40
EXAMPLES = 3
NAME_CHARACTERS = 70
SEEN_VALUES = 60
HEADER_ROWS = 12
TOO_WRONG = 0.7
PLAIN_HEADER = 95


def read_plan(content: bytes, filename: str, target: Target) -> tuple[StoredWorkbook, list[dict[str, Any]]]:
    """Read the file once and guess everything. Rows are not kept.

    Raises:
        SheetError: the file cannot be read; it says why.
    """
    with TemporaryDirectory(prefix="plan-") as folder:
        workbook = store_workbook(content, filename, Path(folder))
        plans = [sheet_plan(sheet, target) for sheet in workbook.sheets]
    return workbook, plans


def sheet_plan(sheet: StoredSheet, target: Target, **said: Any) -> dict[str, Any]:
    """`said`: header_row and transposed, where a person corrected them."""
    sample = sheet.sample(SAMPLE)
    is_told = any(value is not None for value in said.values())
    if not is_told:
        said = own_headers(sample.rows, target)
    guess = describe(sample, **{name: value for name, value in said.items() if value is not None})
    rows = [record.cells for record in records(sample.rows, guess) if not record.is_blank]
    return {
        "name": sheet.name,
        "hidden": sheet.is_hidden,
        "chosen": guess.is_data and not sheet.is_hidden,
        "row_count": max(0, sheet.row_count - (0 if guess.transposed else guess.first_data_row)),  # without headers
        "header_row": guess.header_row,
        "header_rows": guess.header_rows,
        "transposed": guess.transposed,
        "first": guess.first_data_row,
        "why": guess.why if is_told or guess.why != "chosen" else found_by_us(guess),
        "why_params": guess.sentence_params(),
        "signature": signature(guess.columns),
        "columns": column_plans(guess, rows, target),
    }


def found_by_us(guess: SheetGuess) -> str:
    """Nobody chose this row: we knew its words."""
    return "headers_below" if guess.header_row else "headers_on_top"


def own_headers(rows: list[list[str]], target: Target) -> dict[str, int]:
    """The row in which most cells are names of this target's own fields, which a general look may not know."""
    names = {header_words(name) for field in target.fields().values() for name in field.names}
    for index, row in enumerate(rows[:HEADER_ROWS]):
        filled = [cell for cell in row if cell.strip()]
        known = sum(header_words(cell) in names for cell in filled if len(cell) < NAME_CHARACTERS)
        if known >= 2 and known >= 0.7 * len(filled):
            return {"header_row": index, "header_rows": 1}
    return {}


def signature(headers: tuple[str, ...]) -> str:
    """Tells a source by its headers, however they are spelled."""
    words = "|".join(header_words(header) for header in headers)
    return hashlib.md5(words.encode(), usedforsecurity=False).hexdigest()


def guess_of(plan: dict[str, Any]) -> SheetGuess:
    headers = tuple(column["header"] for column in plan["columns"])
    return SheetGuess(
        plan["header_row"], plan["header_rows"], plan["transposed"], headers, plan["first"], True, plan["why"]
    )


def column_plans(guess: SheetGuess, rows: list[list[str]], target: Target) -> list[dict[str, Any]]:
    fields = target.fields()
    headers = guess.columns
    values = [[cell for row in rows if i < len(row) and (cell := row[i].strip())] for i in range(len(headers))]
    remembered = ColumnChoice.objects.filter(target=target.key, signature=signature(headers)).first()
    if remembered:
        return [
            remembered_plan(index, header, values[index], former, fields)
            for index, (header, former) in enumerate(zip(headers, remembered.columns, strict=False))
        ]
    matches = match_columns(headers, rows, [field.matchable() for field in fields.values()])
    taken: set[str] = set()
    plans = [guessed_plan(match, values[match.index], fields, target, taken) for match in matches]
    find_name(plans, rows, target)
    return plans


def remembered_plan(
    index: int, header: str, values: list[str], former: dict[str, Any], fields: dict[str, CellField]
) -> dict[str, Any]:
    key = former["field"] if former["field"] in fields else ""
    return {
        "index": index, "header": header, "score": 100, "why": "remembered", "like": "", **former, "field": key,
        "filled": len(values), "values": examples(values, fields.get(key)),
    }  # fmt: skip


def guessed_plan(
    match: Match, values: list[str], fields: dict[str, CellField], target: Target, taken: set[str]
) -> dict[str, Any]:
    """The best field whose values can be read; a header alone does not make answers out of numbers."""
    found = [(match.field, match.score, match.why, match.name)] if match.field else []
    found += [(fit.field, fit.score, fit.why, fit.name) for fit in match.others if fit.score >= MATCHED and match.field]
    key, score, why, like = next(
        (fit for fit in found if (fit[0] not in taken or fields[fit[0]].many) and fits(fit, values, fields, target)),
        ("", 0, "empty" if not values else "nothing", ""),
    )
    taken.add(key)
    field = fields.get(key)
    new = makes_new(field, target)
    return {
        "index": match.index,
        "header": match.header,
        "field": key,
        "score": score,
        "why": why,
        "like": like,
        "map": rare_values(values) if new and field and field.makes_new == "areas" else {},
        "makes_new": new,
        "drops": [],
        "filled": len(values),
        "values": examples(values, field),
    }


def fits(fit: tuple[str, int, str, str], values: list[str], fields: dict[str, CellField], target: Target) -> bool:
    """Do its values bear the header out?"""
    key, score = fit[0], fit[1]
    field = fields[key]
    if key in target.strict and score < target.strict[key]:
        return False
    sample = list(dict.fromkeys(values))[:SEEN_VALUES]
    if not sample:
        return True
    if key in target.worded:
        return sum(any(sign.isalpha() for sign in value) for value in sample) >= 0.3 * len(sample)
    if field.makes_new or score >= PLAIN_HEADER or len(sample) < 3:
        return True
    column = Column({"index": 0}, field, target, sample)
    wrong = sum(problem is not None and not problem["warning"] for _, problem in map(column.clean, sample))
    return wrong < TOO_WRONG * len(sample)


def rare_values(values: list[str]) -> dict[str, str]:
    """What only one row of many says is a remark rather than an area: it is left out unless a person wants it."""
    counts = Counter(values)
    if len(values) < 30:
        return {}
    return {folded(value): LEAVE_EMPTY for value, count in counts.items() if count == 1}


def makes_new(field: CellField | None, target: Target) -> bool:
    """Where the coalition's list is still empty, its first spreadsheet may fill it."""
    if field is None or not field.makes_new:
        return False
    choices = target.choices(field)
    return choices is None or not choices.values or field.makes_new != "areas"


def examples(values: list[str], field: CellField | None) -> list[list[Any]]:
    """The commonest values with their counts: all of a list's, a few of anything else."""
    limit = SHOWN_VALUES if field and field.kind in {"answer", "choice", "choices", "languages"} else EXAMPLES
    return [[value[:80], count] for value, count in Counter(values).most_common(limit)]


def find_name(plans: list[dict[str, Any]], rows: list[list[str]], target: Target) -> None:
    """Where no header speaks of a name, the first column of short, filled, mostly different words is taken."""
    wanted = target.name_fields()
    if any(plan["field"] in wanted for plan in plans):
        return
    for plan in plans:
        cells = [row[plan["index"]].strip() for row in rows if plan["index"] < len(row)]
        filled = [cell for cell in cells if cell]
        if plan["field"] or len(filled) < 0.8 * max(len(rows), 1) or not filled:
            continue
        words = [cell for cell in filled if any(sign.isalpha() for sign in cell) and len(cell) <= NAME_CHARACTERS]
        if len(words) > 0.9 * len(filled) and len({folded(cell) for cell in words}) > 0.5 * len(words):
            plan.update(field=wanted[0], why="looks", score=60)
            return
