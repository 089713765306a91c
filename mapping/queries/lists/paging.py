"""Keyset pages: "show 25 more" begins after the last row, so that no row is shown twice or skipped when others come."""

import base64
import datetime as dt
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

PAGE = 25


@dataclass(frozen=True)
class Page:
    """One stretch of a list. `after` is what the next one begins behind; empty at the end."""

    rows: list[Any]
    after: str
    size: int = PAGE


def page_of(rows: "QuerySet[Any]", fields: tuple[str, ...], after: str = "", size: int = PAGE) -> Page:
    """The first rows, or those behind `after`. A token that means nothing begins at the start."""
    if values := _values(after, fields):
        rows = rows.filter(_behind(fields, values))
    found = list(rows[: size + 1])
    more = len(found) > size
    return Page(found[:size], _token(found[size - 1], fields) if more else "", size)


def _behind(fields: tuple[str, ...], values: list[Any]) -> Q:
    """Lexicographic order: a later first field, or the same and a later second, and so on."""
    condition = Q()
    same: dict[str, Any] = {}
    for field, value in zip(fields, values, strict=True):
        name = field.removeprefix("-")
        later = "lt" if field.startswith("-") else "gt"
        condition |= Q(**same, **{f"{name}__{later}": value})
        same[name] = value
    return condition


def _token(row: Any, fields: tuple[str, ...]) -> str:
    values = [getattr(row, field.removeprefix("-")) for field in fields]
    packed = json.dumps([_packed(value) for value in values], separators=(",", ":"), ensure_ascii=False)
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def _packed(value: Any) -> Any:
    if isinstance(value, UUID):
        return {"u": str(value)}
    return {"d": value.isoformat()} if isinstance(value, dt.date) else value


def _values(token: str, fields: tuple[str, ...]) -> list[Any] | None:
    try:
        values = json.loads(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)))
        unpacked = [_unpacked(value) for value in values]
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return unpacked if len(unpacked) == len(fields) and isinstance(unpacked[-1], UUID) else None


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict):
        return UUID(value["u"]) if "u" in value else dt.date.fromisoformat(value["d"])
    if isinstance(value, str | int):
        return value
    raise ValueError(value)
