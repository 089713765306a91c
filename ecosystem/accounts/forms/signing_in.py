"""allauth's forms in our words. Its own placeholders repeat the labels, so they go."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as CodeAgainForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.utils.translation import gettext_lazy as _


class _Plain:
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _without_placeholders(self)


class SignInForm(LoginForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label, self.fields["password"].label = _("User name"), _("Password")
        _without_placeholders(self)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Your current password")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _("Ten characters or more. A few words in a row are easy to remember.")
        self.fields["password2"].label = _("The new one again")
        _without_placeholders(self)


class PasswordAgainForm(_Plain, ReauthenticateForm):  # type: ignore[misc] # allauth has no types
    """The password once more, before what matters."""


class CodeForm(_Plain, AuthenticateForm):  # type: ignore[misc] # allauth has no types
    """The second step."""


class CodeAgain(_Plain, CodeAgainForm):  # type: ignore[misc] # allauth has no types
    """A code once more, before what matters."""


class FirstCodeForm(_Plain, ActivateTOTPForm):  # type: ignore[misc] # allauth has no types
    """The app's first code, which shows that it was set up."""


def _without_placeholders(form: Any) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
