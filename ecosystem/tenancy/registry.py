"""Which tables belong to coalitions. Filled by the models themselves as Django prepares them."""

from typing import Any

from django.db.models import Model
from django.db.models.signals import class_prepared

COALITION_TABLES: dict[str, type[Model]] = {}


def _note(sender: type[Model], **kwargs: Any) -> None:
    if hasattr(sender, "is_walled") and sender.__module__ != "__fake__":
        COALITION_TABLES[sender._meta.db_table] = sender


class_prepared.connect(_note)
