"""The order of rows that a coalition arranges by hand."""

import re
from collections.abc import Sequence
from typing import Any

from django.db import models


def place_in(typed: str) -> int | None:
    """The place that somebody typed, or nothing where it is no number of a list."""
    return int(typed) if re.fullmatch(r"-?[0-9]{1,4}", typed) else None


def last_position(rows: "models.QuerySet[Any]") -> int:
    """The highest position, or -1 where nothing is yet."""
    last = rows.aggregate(last=models.Max("position"))["last"]
    return -1 if last is None else int(last)


def put_at(row: Any, rows: Sequence[Any], to: int) -> None:
    """Move a row to this place, counted from 0, and number all again. Only what moved is written."""
    others = [other for other in rows if other.pk != row.pk]
    others.insert(max(0, min(to, len(others))), row)
    for position, other in enumerate(others):
        if other.position != position:
            other.position = position
            other.save(update_fields=["position"])
