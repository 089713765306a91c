"""Accounts: what a person may change about themselves. An account is nobody else's, not even an admin's."""

import secrets
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db import transaction

from ecosystem.accounts.actions.people import close_membership, refuse_without_admin
from ecosystem.accounts.actors import Actor, Operator
from ecosystem.accounts.models import Invitation, LastSignIn, Membership, Seat, Session, User
from ecosystem.privacy.erase import erase_person

HOST_PASSWORD_BYTES = 15
SEALED = {"secret", "seed"}  # what allauth keeps of an app and of recovery codes


@transaction.atomic
def create_account(*, username: str, password: str, language: str = "en", is_demo: bool = False) -> User:
    """Make an account. It belongs to no coalition yet. Demo accounts work with the embedded database only."""
    return User.objects.create_user(username=username, password=password, language=language, is_demo=is_demo)


@transaction.atomic
def create_host(*, username: str, by: Operator) -> tuple[User, str]:
    """Make or promote the account of whoever runs the service. Returns its new password, which is shown once."""
    password = secrets.token_urlsafe(HOST_PASSWORD_BYTES)
    user, _made = User.objects.get_or_create(username=username)
    user.is_host = True
    user.set_password(password)
    user.save(update_fields=["is_host", "password"])
    Session.objects.filter(user=user).delete()
    return user, password


@transaction.atomic
def update_account(user: User, *, language: str, email: str) -> None:
    user.language, user.email = language, email
    user.save(update_fields=["language", "email"])


@transaction.atomic
def set_language(user: User, language: str) -> None:
    """The switch on every page: what a person reads best goes with them."""
    if user.language != language:
        User.objects.filter(pk=user.pk).update(language=language)


@transaction.atomic
def end_session(user: User, key_hash: bytes) -> None:
    """Sign one of one's own browsers out."""
    Session.objects.filter(user=user, key_hash=key_hash).delete()


@transaction.atomic
def end_other_sessions(user: User, *, keep: bytes) -> None:
    Session.objects.filter(user=user).exclude(key_hash=keep).delete()


@transaction.atomic
def rewrap_factors() -> int:
    """Seal the secrets of second factors with the newest master key, before old ones go. Returns how many."""
    adapter, newest = get_mfa_adapter(), f"{max(settings.MASTER_KEYS)}:"
    changed = 0
    for row in Authenticator.objects.select_for_update().exclude(type=Authenticator.Type.WEBAUTHN):
        for name in SEALED.intersection(row.data):
            if not row.data[name].startswith(newest):
                row.data[name] = adapter.encrypt(adapter.decrypt(row.data[name]))
                row.save(update_fields=["data"])
                changed += 1
    return changed


@transaction.atomic
def forget_member(membership: Membership, *, by: Actor) -> None:
    """Leave a coalition for good: the name is blanked, seats go, and what was private goes with its key.

    Raises:
        ValidationError: nobody would be left to look after the coalition.
    """
    if not membership.ended_at:
        refuse_without_admin(membership)
        close_membership(membership)
    Seat.objects.filter(membership=membership).delete()
    Membership.objects.filter(pk=membership.pk).update(called="")
    Invitation.objects.filter(replaces=membership).update(called="")
    erase_person(membership)


@transaction.atomic
def delete_account(user: User) -> None:
    """Empty the account, after `forget_member` in each coalition; memberships that ended earlier follow in a job.

    The row stays as a number without a name, because what the person wrote points to it.
    """
    from ecosystem.accounts.tasks import forget_person

    forget_person.defer_everywhere(user_id=user.pk)
    for model in (Authenticator, EmailAddress, Session, LastSignIn):
        model.objects.filter(user=user).delete()
    user.username, user.email = f"gone-{secrets.token_hex(12)}", ""
    user.is_active = user.is_host = user.is_demo = False
    user.set_unusable_password()
    user.save()


def forget_everywhere(user_id: UUID) -> int:
    """In the coalition in scope: empty the memberships of somebody who deleted their account. Returns how many."""
    found = list(Membership.objects.filter(user_id=user_id).exclude(called=""))
    for membership in found:
        if not membership.ended_at:
            close_membership(membership)
        forget_member(membership, by=Operator("forget_person"))
    return len(found)
