"""Ties between groups."""

from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.keeping.versions import locked, overwrite
from mapping.models import Organization, Relation


@transaction.atomic
def add_relation(*, by: Actor, source: Organization, target: Organization, kind: str, **values: Any) -> Relation:
    """Tie two groups. Values: closeness (1 to 5), began_on, ended_on, note."""
    return Relation.objects.create(source=source, target=target, kind=kind, **values)


@transaction.atomic
def edit_relation(relation: Relation, *, by: Actor, version: int | None = None, **values: Any) -> Relation:
    """Change a tie.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(relation, version=version)
    overwrite(now, values)
    return now


@transaction.atomic
def remove_relation(relation: Relation, *, by: Actor) -> None:
    locked(relation).delete()
