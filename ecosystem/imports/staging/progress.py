"""How far long work has come, told through the second connection: the page sees it before the work commits."""

import time
from uuid import UUID

from ecosystem.imports.models import WorkProgress
from ecosystem.tenancy.outside import outside
from ecosystem.tenancy.scope import require_coalition

PAUSE = 0.8  # about as often as the page asks


class Progress:
    """Counts for one spreadsheet. Tells about once a second."""

    def __init__(self, work_id: UUID, label: str, total: int) -> None:
        self.work_id, self.label, self.total, self.done, self._told_at = work_id, label, max(total, 1), 0, 0.0

    def step(self, count: int) -> None:
        self.done = min(self.done + count, self.total)
        if time.monotonic() - self._told_at > PAUSE:
            self.tell()

    def tell(self) -> None:
        self._told_at = time.monotonic()
        values = {"label": self.label, "done_count": self.done, "total_count": self.total}
        with outside(durable=False) as alias:
            rows = WorkProgress.objects.using(alias)
            if not rows.filter(work_id=self.work_id).update(**values):
                rows.bulk_create(
                    [WorkProgress(work_id=self.work_id, coalition_id=require_coalition(), **values)],
                    ignore_conflicts=True,
                )


def progress_of(work_id: UUID) -> WorkProgress | None:
    return WorkProgress.objects.filter(work_id=work_id).first()
