"""Sessions without addresses: a stolen table opens nothing and says little."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

KINDS = {"phone": _("Phone"), "tablet": _("Tablet"), "computer": _("Computer")}


class Session(models.Model):
    """One signed-in browser. The cookie's key is stored as its SHA-256 only."""

    key_hash = models.BinaryField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+")
    data = models.TextField()
    device = models.CharField(max_length=60, blank=True)
    created_on = models.DateField(auto_now_add=True)
    expires_at = models.DateTimeField(db_index=True)

    objects: ClassVar[models.Manager["Session"]] = models.Manager()

    def __str__(self) -> str:
        return self.device or "session"

    @property
    def words(self) -> str:
        """The device as its person reads it: `Phone, Firefox`."""
        kind, _comma, browser = self.device.partition(", ")
        name = browser if browser not in {"", "other"} else gettext("some browser")
        return f"{KINDS.get(kind, KINDS['computer'])}, {name}"


class LastSignIn(models.Model):
    """The day of a person's last sign-in, apart from the account: that row is written rarely."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+")
    signed_in_on = models.DateField()

    objects: ClassVar[models.Manager["LastSignIn"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.signed_in_on)
