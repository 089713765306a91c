"""A person who signs in. No legal name and no e-mail needed."""

from typing import Any, ClassVar
from uuid import uuid4

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Upper
from django.utils.translation import gettext_lazy as _

TAKEN = _("Somebody has this user name already. Choose another.")


class UserManager(BaseUserManager["User"]):
    def create_user(self, username: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(username=username, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """One account, which may sit in several coalitions. When they last signed in is not written here."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": TAKEN},
    )
    email = models.EmailField(_("e-mail"), blank=True)
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES, default="en")
    is_active = models.BooleanField(default=True)
    is_host = models.BooleanField(_("runs this service"), default=False)
    is_demo = models.BooleanField(default=False, editable=False)
    last_login = None

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        # Sign-in asks without regard to case, so no two names may differ in case alone. Upper serves `iexact`.
        constraints = [
            models.UniqueConstraint(
                Upper("username"), name="one_user_name", violation_error_message=TAKEN, violation_error_code="unique"
            )
        ]

    def __str__(self) -> str:
        return self.username

    def get_full_name(self) -> str:
        return self.username

    def has_perm(self, perm: str, obj: object | None = None) -> bool:
        """No permissions outside of coalitions: the doors decide."""
        return False

    def has_module_perms(self, app_label: str) -> bool:
        return False
