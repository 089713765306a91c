"""Threads: which record led to which other, across apps that do not know each other."""

from datetime import timedelta
from typing import ClassVar, Self
from uuid import UUID

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models import Q

from ecosystem.history.track import tracked
from ecosystem.tenancy.models import CoalitionManager, CoalitionOwned

KIND_LENGTH = 40


class ThreadLinkQuerySet(models.QuerySet["ThreadLink"]):
    def touching(self, kind: str, ids: list[UUID]) -> Self:
        """Links that begin or end at one of these records."""
        return self.filter(Q(source_kind=kind, source_id__in=ids) | Q(target_kind=kind, target_id__in=ids))


ThreadLinkManager = CoalitionManager.from_queryset(ThreadLinkQuerySet)


@tracked()
class ThreadLink(CoalitionOwned):
    """One record led to another: theme → need → decision → commitment → item → win.

    Clean-up: the `FollowedBy` of each kind's table deletes a record's links with it, whoever deletes it.
    """

    is_tracked = True

    source_kind = models.CharField(max_length=KIND_LENGTH)
    source_id = models.UUIDField()
    target_kind = models.CharField(max_length=KIND_LENGTH)
    target_id = models.UUIDField()

    objects: ClassVar = ThreadLinkManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "source_kind", "source_id", "target_kind", "target_id"], name="thread_once"
            ),
            models.CheckConstraint(
                name="thread_to_another",
                condition=~Q(source_kind=models.F("target_kind"), source_id=models.F("target_id")),
            ),
        ]
        indexes = [models.Index(fields=["coalition", "target_kind", "target_id"], name="thread_by_target")]

    def __str__(self) -> str:
        return f"{self.source_kind} → {self.target_kind}"


class SearchDocument(CoalitionOwned):
    """The words of one record, for search. Written by triggers only (see `Searchable`), read through `search_ids`."""

    undo_window: ClassVar[timedelta | None] = None

    kind = models.CharField(max_length=KIND_LENGTH)
    record_id = models.UUIDField()
    language = models.CharField(max_length=35)
    title = models.CharField(max_length=300)
    words = SearchVectorField(editable=False)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["coalition", "kind", "record_id"], name="one_document_a_record")]
        indexes = [GinIndex(fields=["words"], name="document_by_words")]

    def __str__(self) -> str:
        return self.title
