"""Members of a coalition: come, change roles, hold seats, leave."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import DirectoryEntry, Invitation, Membership, Role, Seat, User
from ecosystem.tenancy.models import Coalition, Link
from ecosystem.tenancy.scope import require_coalition

INVITATION = "invitation"  # the kind of its link


@transaction.atomic
def add_member(*, user: User, role: str, called: str, by: Actor) -> Membership:
    """Make somebody a member of the coalition in scope, and write it into the directory.

    Raises:
        ValidationError: they are a member already.
    """
    if Membership.objects.current().filter(user=user).exists():
        raise ValidationError(_("This account belongs to the coalition already."))
    coalition = Coalition.objects.get(pk=require_coalition())
    membership: Membership = Membership.objects.create(user=user, role=role, called=called)
    DirectoryEntry.objects.create(user=user, slug=coalition.slug, name=coalition.name, role=role)
    return membership


@transaction.atomic
def change_role(membership: Membership, role: str, *, by: Actor) -> None:
    """Give another base role. The directory follows.

    Raises:
        ValidationError: nobody would be left to look after the coalition.
    """
    if role != Role.ADMIN:
        refuse_without_admin(membership)
        withdraw_invitations(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    DirectoryEntry.objects.filter(user_id=membership.user_id).update(role=role)


@transaction.atomic
def end_membership(membership: Membership, *, by: Actor) -> None:
    """Close the coalition to somebody. What they wrote stays; their seats go. Ending it twice keeps the first date.

    Raises:
        ValidationError: nobody would be left to look after the coalition.
    """
    if membership.ended_at:
        return
    refuse_without_admin(membership)
    close_membership(membership)
    Seat.objects.filter(membership=membership).delete()


def close_membership(membership: Membership) -> None:
    """The part that leaving and a new seat share: the date, the directory, and the invitations that they made."""
    withdraw_invitations(membership)
    membership.ended_at = timezone.now()
    membership.save(update_fields=["ended_at"])
    DirectoryEntry.objects.filter(user_id=membership.user_id).delete()


def withdraw_invitations(membership: Membership) -> None:
    """What somebody who is no admin any more made or agreed to opens nothing: else they could come back as an admin."""
    own = models.Q(invited_by=membership) | models.Q(approved_by=membership)
    found = Invitation.objects.filter(own, accepted_at=None, revoked_at=None)
    Link.objects.filter(kind=INVITATION, target_id__in=list(found.values_list("pk", flat=True))).delete()
    found.update(revoked_at=timezone.now(), called="")


def refuse_without_admin(membership: Membership) -> None:
    """Locks the admins' rows, so that two of them cannot leave at the same moment."""
    admins = list(Membership.objects.select_for_update().current().filter(role=Role.ADMIN).values_list("pk", flat=True))
    if admins == [membership.pk]:
        raise ValidationError(_("Somebody has to look after the coalition. Make another member an admin first."))


@transaction.atomic
def rename_member(membership: Membership, called: str, *, by: Actor) -> None:
    """What people call somebody here. Earlier names are kept nowhere."""
    membership.called = called
    membership.save(update_fields=["called"])


@transaction.atomic
def give_seat(membership: Membership, kind: str, target_id: UUID, *, by: Actor) -> Seat:
    """Give a right in one thing. Giving it twice changes nothing."""
    seat, _made = Seat.objects.get_or_create(membership=membership, kind=kind, target_id=target_id)
    return seat


@transaction.atomic
def take_seat(seat: Seat, *, by: Actor) -> None:
    seat.delete()
