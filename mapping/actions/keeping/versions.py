"""Two people, one row: whoever comes second is told, and nothing of theirs is lost."""

from typing import Any, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class ChangedMeanwhileError(Exception):
    """Somebody else changed the row since it was read. `row` is what it is now."""

    def __init__(self, row: models.Model) -> None:
        super().__init__(f"{row} was changed by somebody else.")
        self.row = row


def locked(row: Row, *, version: int | None = None) -> Row:
    """The row as it is now, kept from others until the transaction ends.

    Raises:
        ChangedMeanwhileError: `version` is given and the row has another one by now.
    """
    manager: Any = type(row)._default_manager
    now: Row = manager.select_for_update().get(pk=row.pk)
    if version is not None and now.version != version:  # type: ignore[attr-defined] # every row of a coalition has it
        raise ChangedMeanwhileError(now)
    return now


def overwrite(row: models.Model, values: dict[str, Any]) -> None:
    """Write these fields where they differ, and nothing where none does."""
    changed = [name for name, value in values.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, values[name])
    if changed:
        row.save(update_fields=changed)
