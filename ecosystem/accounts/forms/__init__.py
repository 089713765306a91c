"""Forms about people."""

from ecosystem.accounts.forms.account import AccountForm, JoinForm, NewAccountForm
from ecosystem.accounts.forms.coalition import CoalitionSettingsForm, OpenCoalitionForm
from ecosystem.accounts.forms.people import CalledForm, InvitationForm, RoleForm, SeatForm
from ecosystem.accounts.forms.signing_in import (
    CodeAgain,
    CodeForm,
    FirstCodeForm,
    NewPasswordForm,
    PasswordAgainForm,
    SignInForm,
)

__all__ = [
    "AccountForm",
    "CalledForm",
    "CoalitionSettingsForm",
    "CodeAgain",
    "CodeForm",
    "FirstCodeForm",
    "InvitationForm",
    "JoinForm",
    "NewAccountForm",
    "NewPasswordForm",
    "OpenCoalitionForm",
    "PasswordAgainForm",
    "RoleForm",
    "SeatForm",
    "SignInForm",
]
