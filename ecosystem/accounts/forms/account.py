"""Forms of the person: a new account, joining, and one's own account."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership, User
from ecosystem.ui.forms import HouseForm

CALLED_NOTE = _("Shows to the members of this coalition, and only here.")


class JoinForm(HouseForm, forms.Form):
    """Somebody with an account accepts an invitation."""

    submit_label = _("Join")
    privacy_notes = {"called": CALLED_NOTE}

    called = forms.CharField(
        label=_("What people call you here"),
        max_length=Membership._meta.get_field("called").max_length,
        help_text=_("A first name or a nickname is enough. It need not be your legal name."),
    )


class NewAccountForm(JoinForm):
    """Somebody without an account accepts an invitation."""

    submit_label = _("Make my account and join")
    privacy_notes = {"called": CALLED_NOTE, "username": _("Shows to you alone. Do not take your full name.")}

    username = User._meta.get_field("username").formfield(
        label=_("User name"), help_text=_("For signing in. Letters, digits and . _ - are fine."), widget=forms.TextInput
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Ten characters or more. A few words in a row are easy to remember."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["language"].initial = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
        self.fields["username"].widget.attrs["autocomplete"] = "username"

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"]
        if User.objects.filter(username__iexact=username).exists():
            raise ValidationError(User._meta.get_field("username").error_messages["unique"])
        return username

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if password := data.get("password"):
            try:
                validate_password(password, User(username=data.get("username", "")))
            except ValidationError as error:
                self.add_error("password", error)
        return data


class AccountForm(HouseForm, forms.ModelForm):
    """Language, and an e-mail for those who want one."""

    privacy_notes = {"email": _("Shows to you alone. Nobody needs to give one; nothing is sent to it yet.")}

    class Meta:
        model = User
        fields = ["language", "email"]
