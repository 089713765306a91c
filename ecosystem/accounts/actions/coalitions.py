"""Coalitions as a whole: the host opens and closes them, their admins set them."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from ecosystem.accounts.actions.invitations import Issued, invite
from ecosystem.accounts.actors import Actor, Operator
from ecosystem.accounts.models import DirectoryEntry, Role, User
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.visits import visiting


@transaction.atomic
def open_coalition(*, by: User | Operator, **fields: Any) -> tuple[Coalition, Issued]:
    """Open a coalition and make its first admin's invitation. The host keeps no way in.

    `fields` are name, slug, scale, time_zone, languages. Runs under `@hosts` or in an operator's scope.
    """
    coalition = Coalition.objects.create(**fields)
    with visiting(coalition.pk, "open_coalition"):
        issued = invite(role=Role.ADMIN, by=Operator("open_coalition"))
    return coalition, issued


@transaction.atomic
def close_coalition(coalition: Coalition, *, by: User | Operator) -> None:
    """Nobody comes in any more, not even by links. The data stays until the host deletes it with its backups."""
    if coalition.closed_at:
        return
    Coalition.objects.filter(pk=coalition.pk).update(closed_at=timezone.now())
    with visiting(coalition.pk, "close_coalition"):
        DirectoryEntry.objects.all().delete()


@transaction.atomic
def change_settings(coalition: Coalition, *, by: Actor, **fields: Any) -> None:
    """Name, tagline, scale, time zone, languages. The directory of "my coalitions" follows the name."""
    for name, value in fields.items():
        setattr(coalition, name, value)
    coalition.save(update_fields=list(fields))
    DirectoryEntry.objects.all().update(name=coalition.name)
