"""allauth's forms in our words. Its own placeholders repeat the labels, so they go."""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].label, self.fields["password"].label = _("User name"), _("Password")
        _without_placeholders(self)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc] # allauth has no types
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].label = _("Your password of now")
        self.fields["password1"].label = _("New password")
        self.fields["password1"].help_text = _("Ten characters or more. A few words in a row are easy to remember.")
        self.fields["password2"].label = _("The new one again")
        _without_placeholders(self)


def _without_placeholders(form: Any) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)
