"""The rows of a file, cleaned, matched and compared, into the staging table. Two passes, never all rows in memory."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import UUID

import orjson

from ecosystem.imports.models import RowState, Spreadsheet, Stage, StagedRow
from ecosystem.imports.sheets import StoredWorkbook, records, store_workbook
from ecosystem.imports.staging import store
from ecosystem.imports.staging.cleaning import SAMPLE, SheetCleaner
from ecosystem.imports.staging.diff import compare
from ecosystem.imports.staging.matching import Light, Matcher
from ecosystem.imports.staging.planning import guess_of
from ecosystem.imports.staging.progress import Progress
from ecosystem.imports.targets import Draft, Target, target

PIECE = 2_000


def fingerprint(values: dict[str, Any]) -> str:
    """What a row says, as one word."""
    return hashlib.md5(orjson.dumps(values, option=orjson.OPT_SORT_KEYS), usedforsecurity=False).hexdigest()


@contextmanager
def without_collecting() -> Iterator[None]:
    """Many small things are made and none of them points back: looking for cycles again and again finds nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collecting()
def stage_rows(spreadsheet: Spreadsheet) -> None:
    """Read, clean, match and compare every row of the chosen sheets. Writes to staging only."""
    kind = target(spreadsheet.target)
    chosen = [(index, plan) for index, plan in enumerate(spreadsheet.plan) if plan["chosen"]]
    total = sum(plan["row_count"] for _, plan in chosen)
    progress = Progress(spreadsheet.pk, "reading", total * 2)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="stage-")))
        workbook = store_workbook(bytes(spreadsheet.content or b""), spreadsheet.name, folder)
        spool = stack.enter_context((folder / "drafts.jsonl").open("wb+"))
        lights, cleaners = clean_all(workbook, chosen, kind, spool, progress)
        created = made_lists(cleaners)
        Matcher(kind, {index: plan["signature"] for index, plan in chosen}).match(lights)
        spool.seek(0)
        store.replace_rows(spreadsheet, planned_pieces(spool, lights, kind, progress))
    keep_counts(spreadsheet, created)


def clean_all(
    workbook: StoredWorkbook,
    chosen: list[tuple[int, dict[str, Any]]],
    kind: Target,
    spool: IO[bytes],
    progress: Progress,
) -> tuple[list[Light], list[SheetCleaner]]:
    lights: list[Light] = []
    cleaners: list[SheetCleaner] = []
    for index, plan in chosen:
        stored = workbook.sheets[index]
        guess = guess_of(plan)
        sample = [record.cells for record in records(stored.sample(SAMPLE).rows, guess)]
        cleaner = SheetCleaner(plan, kind, sample)
        cleaners.append(cleaner)
        for record in records(stored.iter_rows(), guess):
            light, line = drafted(cleaner, record, index, len(lights))
            spool.write(line)
            lights.append(light)
            if not len(lights) % PIECE:
                progress.step(PIECE)
    return lights, cleaners


def drafted(cleaner: SheetCleaner, record: Any, sheet: int, position: int) -> tuple[Light, bytes]:
    """One row: the light half stays in memory, the heavy half goes to disk."""
    if record.is_blank:
        draft = Draft({}, {})
        light = Light(position, sheet, record.number, draft, "", state=RowState.SKIPPED, reason="blank")
    else:
        draft = cleaner.draft(record.cells)
        light = Light(position, sheet, record.number, draft, fingerprint(draft.values))
    line = orjson.dumps([record.cells, draft.values, draft.problems]) + b"\n"
    draft.values = {}
    draft.problems = {key: problem for key, problem in draft.problems.items() if not problem["warning"]}
    return light, line


def planned_pieces(
    spool: IO[bytes], lights: list[Light], kind: Target, progress: Progress
) -> Iterator[list[dict[str, Any]]]:
    """Rows as they are stored, a piece at a time, changed ones compared with the map."""
    for start in range(0, len(lights), PIECE):
        piece = lights[start : start + PIECE]
        heavy = [orjson.loads(spool.readline()) for _ in piece]
        wanted = [light.record_id for light in piece if light.state == RowState.CHANGED and light.record_id]
        current = kind.current(wanted) if wanted else {}
        yield [
            planned(light, cells, values, problems, kind, current)
            for light, (cells, values, problems) in zip(piece, heavy, strict=True)
        ]
        progress.step(len(piece))


def planned(
    light: Light,
    cells: list[str],
    values: dict[str, Any],
    problems: dict[str, Any],
    kind: Target,
    current: dict[UUID, Any],
) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    writes: dict[str, Any] = {}
    if light.state == RowState.CHANGED and light.record_id:
        before = current.get(light.record_id, {})
        changes = compare(kind, before, values)
        writes = kind.writes({key: after for key, (_, after) in changes.items()}, light.ids, before) if changes else {}
        if not changes:
            light.state = RowState.SAME
    elif light.state == RowState.NEW:
        writes = kind.writes(values, light.ids, None)
    return {
        "position": light.position,
        "sheet": light.sheet,
        "number": light.number,
        "label": light.draft.label[:200],
        "cells": cells,
        "values": values,
        "problems": problems,
        "changes": changes,
        "writes": writes,
        "like": light.like,
        "ids": light.ids,
        "state": str(light.state),
        "reason": light.reason,
        "key": light.store_key,
        "fingerprint": light.fingerprint,
        "record_id": str(light.record_id) if light.record_id else None,
    }


def made_lists(cleaners: list[SheetCleaner]) -> dict[str, dict[str, str]]:
    """New entries of the coalition's lists, from all sheets."""
    found: dict[str, dict[str, str]] = {}
    for cleaner in cleaners:
        for name, entries in cleaner.created().items():
            found.setdefault(name, {}).update(entries)
    return found


def keep_counts(spreadsheet: Spreadsheet, created: dict[str, dict[str, str]] | None = None) -> None:
    """Count the states; the database checks that no row is missing in the sum."""
    counts = store.state_counts(spreadsheet)
    for state in RowState.values:
        setattr(spreadsheet, f"{state}_count", counts.get(state, 0))
    spreadsheet.row_count = StagedRow.objects.filter(spreadsheet=spreadsheet).count()
    if created is not None:
        spreadsheet.creates = created
        spreadsheet.stage = Stage.ROWS
    spreadsheet.save()
