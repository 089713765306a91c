"""Coalitions as a whole: the host opens and closes them, their admins set them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ecosystem.accounts.actions.invitations import Issued, invite, take_back
from ecosystem.accounts.actors import Actor, Operator
from ecosystem.accounts.models import DirectoryEntry, Invitation, Membership, Role, User
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
def invite_first_admin_again(coalition: Coalition, *, by: User | Operator) -> Issued:
    """When the first invitation went astray. The old one opens nothing any more.

    Raises:
        ValidationError: somebody is in already; from then on admins invite, not the host.
    """
    with visiting(coalition.pk, "invite_first_admin_again"):
        if Membership.objects.exists():
            raise ValidationError(_("Somebody is in there already. From then on its admins invite."))
        operator = Operator("invite_first_admin_again")
        for lost in Invitation.objects.filter(accepted_at=None, revoked_at=None):
            take_back(lost, by=operator)
        return invite(role=Role.ADMIN, by=operator)


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
