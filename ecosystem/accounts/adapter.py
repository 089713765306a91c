"""What we tell allauth: nobody signs up without an invitation, no address is looked at, secrets are encrypted."""

import base64
import os
from typing import Any, Final

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.factors import needs_fresh_sign_in
from ecosystem.accounts.models import LastSignIn, Session
from ecosystem.accounts.sessions import DEVICE, device_words

SILENT: Final = {"account/messages/logged_in.txt", "account/messages/logged_out.txt"}
NONCE_BYTES: Final = 12
A_YEAR: Final = 365 * 24 * 3600


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc] # allauth has no types
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _(
            "This user name and this password do not go together. Look at both once more; capital letters count in the "
            "password only."
        ),
        "incorrect_password": _("This is not your password. Try once more."),
        "enter_current_password": _("This is not your current password. Try once more."),
    }

    def is_open_for_signup(self, request: Any) -> bool:
        return False

    def login(self, request: Any, user: Any) -> None:
        """Sign in; remember the kind of device for the person's own list, and the day."""
        super().login(request, user)
        request.session[DEVICE] = device_words(request.headers.get("User-Agent", ""))
        LastSignIn.objects.update_or_create(user=user, defaults={"signed_in_on": timezone.now().date()})

    def post_login(self, request: Any, user: Any, **kwargs: Any) -> HttpResponse:
        """The account's language follows its person to a new device."""
        answer: HttpResponse = super().post_login(request, user, **kwargs)
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, max_age=A_YEAR, samesite="Lax")
        return answer

    def set_password(self, user: Any, password: str) -> None:
        """A new password ends all sessions; the one at hand gets a new key right after."""
        super().set_password(user, password)
        Session.objects.filter(user=user).delete()

    def add_message(
        self, request: Any, level: int, message_template: str | None = None, *args: Any, **kwargs: Any
    ) -> None:
        if message_template not in SILENT:
            super().add_message(request, level, message_template, *args, **kwargs)

    def get_client_ip(self, request: Any) -> str:
        """Packages get to know no address; our own limits hash it."""
        return "unknown"

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        return needs_fresh_sign_in(context.request)

    def get_password_change_redirect_url(self, request: Any) -> str:
        return reverse("accounts:account")


class MFAAdapter(DefaultMFAAdapter):  # type: ignore[misc] # allauth has no types
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code does not fit. Codes change every half minute: try the next one."),
    }

    def get_totp_issuer(self) -> str:
        return "Ecosystem"

    def build_totp_svg(self, url: str) -> str:
        return str(segno.make(url, error="q").svg_inline(scale=4, border=4, light="#fff"))

    def encrypt(self, text: str) -> str:
        """Secrets of factors are sealed with the newest master key, which is outside of the database."""
        number, nonce = max(settings.MASTER_KEYS), os.urandom(NONCE_BYTES)
        sealed = AESGCM(settings.MASTER_KEYS[number]).encrypt(nonce, text.encode(), b"factor")
        return f"{number}:{base64.b64encode(nonce + sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        number, _colon, words = encrypted_text.partition(":")
        raw = base64.b64decode(words)
        opened = AESGCM(settings.MASTER_KEYS[int(number)]).decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], b"factor")
        return opened.decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        kind, _comma, _browser = device_words(context.request.headers.get("User-Agent", "")).partition(",")
        return {"phone": gettext("My phone"), "tablet": gettext("My tablet")}.get(kind, gettext("My computer"))

    def _get_user_identifier(self, user: Any) -> str:
        """Never the e-mail: it would show in the authenticator app."""
        return str(user.get_username())
