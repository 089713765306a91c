"""The only way in: an invitation to one coalition in one role."""

from datetime import timedelta
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models.membership import Membership, Role
from ecosystem.tenancy.models import CoalitionKey, CoalitionManager, CoalitionOwned

LIFETIME = timedelta(days=7)


class Invitation(CoalitionOwned):
    """Opened once, within seven days, by whoever holds its link. The link's token is a hash in `Link`.

    `replaces` names the membership that a person lost the keys to: its seats move over on acceptance.
    """

    personal_fields = ("called",)
    undo_window: ClassVar[timedelta | None] = None

    role = models.CharField(_("role"), max_length=20, choices=Role, default=Role.ORGANIZER)
    called = models.CharField(_("who it is for"), max_length=60, blank=True)
    invited_by = CoalitionKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    approved_by = CoalitionKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    replaces = CoalitionKey(Membership, models.PROTECT, related_name="+", null=True, blank=True)
    expires_at = models.DateTimeField(_("open until"))
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True)
    revoked_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects: ClassVar[CoalitionManager] = CoalitionManager()

    @property
    def needs_yes(self) -> bool:
        """A new seat that a second admin has not agreed to: it has no link yet."""
        return self.replaces_id is not None and self.approved_by_id is None

    def __str__(self) -> str:
        return self.called or self.get_role_display()
