"""Spreadsheets on their way in: the file, its rows before anything is written, and what can be undone."""

from datetime import date, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned

KEPT_FOR = timedelta(days=90)


def staging_ends_on() -> date:
    """The day on which the file and its staged rows are destroyed, and undo ends."""
    return timezone.localdate() + KEPT_FOR


class Stage(models.TextChoices):
    """How far a spreadsheet has come."""

    COLUMNS = "columns", _("columns")
    STAGING = "staging", _("reading the rows")
    ROWS = "rows", _("rows")
    MERGING = "merging", _("going in")
    DONE = "done", _("done")
    UNDONE = "undone", _("undone")
    FAILED = "failed", _("could not be read")


class RowState(models.TextChoices):
    """What would happen to a row. Together they are all rows."""

    NEW = "new", _("New")
    CHANGED = "changed", _("Changed")
    SAME = "same", _("Same")
    DUPLICATE = "duplicate", _("Duplicate")
    WRONG = "wrong", _("Needs a look")
    SKIPPED = "skipped", _("Left out")


class Decision(models.TextChoices):
    """What an admin said about a row."""

    NONE = "", _("not decided")
    MERGE = "merge", _("merge")
    BOTH = "both", _("keep both")
    LEAVE = "leave", _("leave out")


class SpreadsheetQuerySet(models.QuerySet["Spreadsheet"]):
    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-id")

    def past_keeping(self) -> Self:
        """Their staged copies have to go."""
        return self.filter(destroy_on__lt=timezone.localdate(), content__isnull=False)


SpreadsheetManager = CoalitionManager.from_queryset(SpreadsheetQuerySet)


class Spreadsheet(CoalitionOwned):
    """One uploaded file. `plan` says for each sheet where its headers are and which column is which field."""

    personal_fields = ("content",)
    undo_window: ClassVar[timedelta | None] = None

    name = models.CharField(_("file"), max_length=200)
    target = models.CharField(max_length=30)
    content = models.BinaryField(null=True, editable=False)
    size = models.PositiveIntegerField(default=0, editable=False)
    kind = models.CharField(max_length=10, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    delimiter = models.CharField(max_length=4, blank=True)
    notices = models.JSONField(default=list, blank=True)
    plan = models.JSONField(default=list, blank=True)
    creates = models.JSONField(default=dict, blank=True)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.COLUMNS)
    problem = models.CharField(max_length=500, blank=True)
    by = CoalitionKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    destroy_on = models.DateField(default=staging_ends_on)
    merged_at = models.DateTimeField(null=True, blank=True, editable=False)
    undone_at = models.DateTimeField(null=True, blank=True, editable=False)
    row_count = models.PositiveIntegerField(default=0)
    new_count = models.PositiveIntegerField(default=0)
    changed_count = models.PositiveIntegerField(default=0)
    same_count = models.PositiveIntegerField(default=0)
    duplicate_count = models.PositiveIntegerField(default=0)
    wrong_count = models.PositiveIntegerField(default=0)
    skipped_count = models.PositiveIntegerField(default=0)
    written_count = models.PositiveIntegerField(default=0)
    refused_count = models.PositiveIntegerField(default=0)

    objects: ClassVar = SpreadsheetManager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="no_row_is_lost",
                condition=models.Q(
                    row_count=F("new_count")
                    + F("changed_count")
                    + F("same_count")
                    + F("duplicate_count")
                    + F("wrong_count")
                    + F("skipped_count")
                ),
            )
        ]
        indexes = [models.Index(fields=["coalition", "-created_at"], name="spreadsheet_latest")]

    def __str__(self) -> str:
        return self.name

    @property
    def counts(self) -> dict[str, int]:
        return {state: getattr(self, f"{state}_count") for state in RowState.values}

    @property
    def can_be_undone(self) -> bool:
        return self.stage == Stage.DONE and self.content is not None


class StagedRow(CoalitionOwned):
    """One row of the file: as it stood there, as we read it, and what would happen to it.

    `values` are clean, by field; `changes` has [before, after] by field; `problems` by field. `record_id` is the row of
    the map that it is or will be, `ids` the others that it brings along. `like` names what it is a duplicate of.
    """

    personal_fields = ("cells", "typed", "values", "changes", "writes")
    undo_window: ClassVar[timedelta | None] = None

    spreadsheet = CoalitionKey(Spreadsheet, models.CASCADE, related_name="rows")
    position = models.PositiveIntegerField()
    sheet = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveIntegerField()
    label = models.CharField(max_length=200, blank=True)
    cells = models.JSONField(default=list)
    typed = models.JSONField(default=dict)
    values = models.JSONField(default=dict)
    problems = models.JSONField(default=dict)
    changes = models.JSONField(default=dict)
    writes = models.JSONField(default=dict)
    picks = models.JSONField(default=dict)
    like = models.JSONField(default=dict)
    ids = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=RowState, default=RowState.NEW)
    reason = models.CharField(max_length=20, blank=True)
    decision = models.CharField(max_length=10, choices=Decision, blank=True, default=Decision.NONE)
    key = models.CharField(max_length=64, blank=True)
    fingerprint = models.CharField(max_length=32, blank=True)
    record_id = models.UUIDField(null=True)
    is_refused = models.BooleanField(default=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coalition", "spreadsheet", "position"], name="staged_row_once"),
        ]
        indexes = [
            models.Index(fields=["coalition", "spreadsheet", "state", "position"], name="staged_by_state"),
        ]

    def __str__(self) -> str:
        return self.label


class SourceKey(CoalitionOwned):
    """Which row of a source became which record, and what it said then: the same file twice changes nothing."""

    undo_window: ClassVar[timedelta | None] = None

    target = models.CharField(max_length=30)
    key = models.CharField(max_length=64)
    record_id = models.UUIDField()
    fingerprint = models.CharField(max_length=32)
    is_open = models.BooleanField(default=False)  # it looked like that record, and nobody has said yet whether it is
    spreadsheet = CoalitionKey(Spreadsheet, models.CASCADE, null=True, related_name="source_keys")

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "target", "key"], name="source_key_once")]
        indexes = [models.Index(fields=["coalition", "record_id"], name="source_key_by_record")]

    def __str__(self) -> str:
        return self.key


class ColumnChoice(CoalitionOwned):
    """How a source's columns were matched by a person, to be offered again for the same headers."""

    undo_window: ClassVar[timedelta | None] = None

    target = models.CharField(max_length=30)
    signature = models.CharField(max_length=32)
    columns = models.JSONField(default=list)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "target", "signature"], name="column_choice_once")]

    def __str__(self) -> str:
        return self.signature


class FormerRow(CoalitionOwned):
    """A row of the map as it was before a merge changed or removed it; nothing in `former` where the merge added it.

    `main_id` is the record that it belongs to. That record's own line has a `footprint`: the sum of its and its
    children's versions after the merge. If it is another one when somebody asks for undo, people have been there.
    """

    personal_fields = ("former",)
    undo_window: ClassVar[timedelta | None] = None

    spreadsheet = CoalitionKey(Spreadsheet, models.CASCADE, related_name="former_rows")
    table = models.CharField(max_length=60)
    row_id = models.UUIDField()
    main_id = models.UUIDField()
    former = models.JSONField(null=True)
    footprint = models.CharField(max_length=40, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        indexes = [models.Index(fields=["coalition", "spreadsheet", "table"], name="former_row_by_table")]

    def __str__(self) -> str:
        return self.table


class WorkProgress(CoalitionOwned):
    """How far long work has come, written outside of its transaction so that a page can show it."""

    undo_window: ClassVar[timedelta | None] = None

    work_id = models.UUIDField()
    label = models.CharField(max_length=20)
    done_count = models.PositiveIntegerField(default=0)
    total_count = models.PositiveIntegerField(default=0)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "work_id"], name="work_progress_once")]

    def __str__(self) -> str:
        return f"{self.done_count}/{self.total_count}"
