"""What is held about people, and for how long: collected from the models, for the page "What we hold"."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import BinaryField
from django.utils.functional import Promise

from ecosystem.tenancy.registry import COALITION_TABLES


@dataclass(frozen=True, slots=True)
class Held:
    """One kind of row: which of its fields are about people, which are encrypted, how long it can be brought back."""

    model_label: str
    name: str | Promise
    personal: tuple[str | Promise, ...]
    encrypted: tuple[str | Promise, ...]
    has_history: bool
    undo_window: timedelta | None


def holdings(*, personal_only: bool = False) -> list[Held]:
    """What each table of a coalition declares, by app and name. Event tables follow the table that they are of."""
    found = []
    for model in COALITION_TABLES.values():
        if hasattr(model, "pgh_tracked_model") or model._meta.proxy:
            continue
        fields = {field.name: field for field in model._meta.local_concrete_fields}
        personal = tuple(fields[name].verbose_name for name in getattr(model, "personal_fields", ()))
        encrypted = tuple(
            name
            for name, field in fields.items()
            if isinstance(field, BinaryField) and name in {"sealed", "private", "wrapped"}
        )
        if personal or encrypted or not personal_only:
            found.append(
                Held(
                    model._meta.label,
                    model._meta.verbose_name or "",
                    personal,
                    encrypted,
                    bool(getattr(model, "is_tracked", False)),
                    getattr(model, "undo_window", None),
                )
            )
    return sorted(found, key=lambda held: held.model_label)
