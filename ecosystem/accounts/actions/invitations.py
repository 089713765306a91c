"""The only way in: invitations, and new seats for people who lost the keys to their account."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ecosystem.accounts.access import token_hash
from ecosystem.accounts.actions.people import INVITATION, add_member, close_membership
from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Invitation, Membership, Role, Seat, User
from ecosystem.accounts.models.invitation import LIFETIME
from ecosystem.tenancy.models import Link
from ecosystem.tenancy.scope import require_coalition

TOKEN_BYTES = 24


@dataclass(frozen=True, slots=True)
class Issued:
    """An invitation with its token. The token is shown once and kept nowhere; empty while a second yes is missing."""

    invitation: Invitation
    token: str = ""


@transaction.atomic
def invite(*, role: str, called: str = "", by: Actor) -> Issued:
    """Make an invitation to the coalition in scope: one use, seven days."""
    invitation = Invitation.objects.create(role=role, called=called, invited_by=_member(by), expires_at=_in_a_week())
    return Issued(invitation, _open_link(invitation))


@transaction.atomic
def take_back(invitation: Invitation, *, by: Actor) -> None:
    """From now on the link opens nothing."""
    if invitation.accepted_at or invitation.revoked_at:
        return
    invitation.revoked_at, invitation.called = timezone.now(), ""
    invitation.save(update_fields=["revoked_at", "called"])
    _burn_link(invitation)


@transaction.atomic
def ask_new_seat(membership: Membership, *, by: Membership) -> Issued:
    """Invite somebody anew who lost every key to their account: in this coalition only, never to the account itself.

    Where another admin is there to ask, the link is made only once that one has said yes.

    Raises:
        ValidationError: it is one's own membership, one that ended, or a new seat for it is open already.
    """
    if membership.pk == by.pk or membership.ended_at:
        raise ValidationError(_("Somebody else has to do this for you."))
    if _open_invitations().filter(replaces=membership).exists():
        raise ValidationError(_("A new seat for this person is open already. Take it back first."))
    invitation = Invitation.objects.create(
        role=membership.role,
        called=membership.called,
        invited_by=by,
        approved_by=None if _others_to_ask(by, membership).exists() else by,
        replaces=membership,
        expires_at=_in_a_week(),
    )
    return Issued(invitation, "" if invitation.needs_yes else _open_link(invitation))


@transaction.atomic
def approve_new_seat(invitation: Invitation, *, by: Membership) -> Issued:
    """The second admin's yes. They hand the link over.

    Raises:
        ValidationError: the one who asked cannot say yes, and neither can the one who is replaced.
    """
    locked = _open_invitations().select_for_update().filter(pk=invitation.pk, approved_by=None).first()
    if locked is None or not locked.needs_yes or by.pk in {locked.invited_by_id, locked.replaces_id}:
        raise ValidationError(_("Another admin has to say yes to this."))
    locked.approved_by, locked.expires_at = by, _in_a_week()
    locked.save(update_fields=["approved_by", "expires_at"])
    return Issued(locked, _open_link(locked))


@transaction.atomic
def accept_invitation(invitation: Invitation, *, user: User, called: str, by: Actor) -> Membership:
    """Make the membership and burn the link. A new seat ends the old membership and takes its seats along.

    Raises:
        ValidationError: somebody was faster, it was taken back, or this account is a member already.
    """
    locked = _open_invitations().select_for_update().filter(pk=invitation.pk).first()
    if locked is None:
        raise ValidationError(_("This invitation has been used or taken back. Ask for a new one."))
    if old := locked.replaces:
        _make_room(old)
    membership = add_member(user=user, role=locked.role, called=called, by=by)
    if old:
        Seat.objects.filter(membership=old).update(membership=membership)
    locked.accepted_at, locked.called = timezone.now(), ""
    locked.save(update_fields=["accepted_at", "called"])
    _burn_link(locked)
    return membership


def _make_room(old: Membership) -> None:
    if not old.ended_at:
        close_membership(old)


def _others_to_ask(by: Membership, replaced: Membership) -> models.QuerySet[Membership]:
    admins: models.QuerySet[Membership] = Membership.objects.current().filter(role=Role.ADMIN)
    return admins.exclude(pk__in=[by.pk, replaced.pk])


def _open_invitations() -> models.QuerySet[Invitation]:
    found: models.QuerySet[Invitation] = Invitation.objects.filter(
        accepted_at=None, revoked_at=None, expires_at__gt=timezone.now()
    )
    return found


def _in_a_week() -> datetime:
    return timezone.now() + LIFETIME


def _member(by: Actor) -> Membership | None:
    return by if isinstance(by, Membership) else None


def _open_link(invitation: Invitation) -> str:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Link.objects.create(
        kind=INVITATION,
        token_hash=token_hash(token),
        coalition_id=require_coalition(),
        target_id=invitation.pk,
        expires_at=invitation.expires_at,
    )
    return token


def _burn_link(invitation: Invitation) -> None:
    Link.objects.filter(kind=INVITATION, target_id=invitation.pk).delete()
