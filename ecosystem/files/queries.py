"""Which files belong to which records."""

from collections.abc import Iterable
from uuid import UUID

from ecosystem.files.models import StoredFile


def files_of(kind: str, ids: Iterable[UUID]) -> dict[UUID, list[StoredFile]]:
    """Files of many records, without their bytes: one query."""
    found: dict[UUID, list[StoredFile]] = {}
    for file in (
        StoredFile.objects.filter(kind=kind, record_id__in=list(ids)).defer("content").order_by("created_at", "id")
    ):
        found.setdefault(file.record_id, []).append(file)
    return found
