"""A person's own data in one coalition. Each app registers what it holds of them."""

from collections.abc import Callable
from typing import Any

Exporter = Callable[[Any], Any]
EXPORTERS: dict[str, Exporter] = {}


def register_exporter(name: str, exporter: Exporter) -> None:
    """`exporter(membership)` answers with what JSON can say, of this person only."""
    EXPORTERS[name] = exporter


def export_person(membership: Any) -> dict[str, Any]:
    """All that is held of a person in the coalition in scope, decrypted for them. Hand it to nobody else."""
    return {
        "called": membership.called,
        "role": membership.role,
        "since": membership.created_at.isoformat(),
        **{name: exporter(membership) for name, exporter in sorted(EXPORTERS.items())},
    }
