"""How much a spreadsheet may ask of us."""

from dataclasses import asdict, dataclass
from typing import Any

MB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """All of these end in a SheetError, never in a dead process."""

    file_bytes: int = 50 * MB
    inflated_bytes: int = 600 * MB
    ratio: int = 200
    parts: int = 2_000
    rows: int = 200_000
    columns: int = 1_000
    cells: int = 20_000_000
    cell_characters: int = 50_000
    text_characters: int = 300_000_000
    memory_bytes: int = 1_000 * MB
    cpu_seconds: int = 60
    wall_seconds: int = 90

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)
