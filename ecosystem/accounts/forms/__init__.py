"""Forms about people."""

from ecosystem.accounts.forms.account import AccountForm, JoinForm, NewAccountForm
from ecosystem.accounts.forms.coalition import CoalitionSettingsForm, OpenCoalitionForm
from ecosystem.accounts.forms.people import CalledForm, InvitationForm, RoleForm, SeatForm
from ecosystem.accounts.forms.signing_in import NewPasswordForm, SignInForm

__all__ = [
    "AccountForm",
    "CalledForm",
    "CoalitionSettingsForm",
    "InvitationForm",
    "JoinForm",
    "NewAccountForm",
    "NewPasswordForm",
    "OpenCoalitionForm",
    "RoleForm",
    "SeatForm",
    "SignInForm",
]
