"""Forms about members: invite, role, seat, name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts import queries
from ecosystem.accounts.forms.account import CALLED_NOTE
from ecosystem.accounts.models import Invitation, Membership, Role, SeatKind
from ecosystem.ui.forms import HouseForm

ROLE_HELP = {
    Role.ORGANIZER: _("Organizer: adds and edits groups, resources and needs."),
    Role.RESEARCHER: _("Researcher: only the studies they are assigned to."),
    Role.COORDINATOR: _("Coordinator: everything but members and settings. Needs a second step at sign-in."),
    Role.ADMIN: _("Admin: everything, members and settings too. Needs a second step at sign-in."),
}


def explain_roles(form: forms.BaseForm) -> None:
    """Each role with what it may do."""
    field = form.fields["role"]
    assert isinstance(field, forms.TypedChoiceField)
    field.choices = list(ROLE_HELP.items())


class InvitationForm(HouseForm, forms.ModelForm):
    submit_label = _("Make the invitation")
    privacy_notes = {"called": _("Shows to admins while the invitation is open, and is deleted with it.")}

    class Meta:
        model = Invitation
        fields = ["called", "role"]
        widgets = {"role": forms.RadioSelect}
        help_texts = {"called": _("So that you know which invitation is whose. You may leave it empty.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        explain_roles(self)


class RoleForm(HouseForm, forms.ModelForm):
    class Meta:
        model = Membership
        fields = ["role"]
        widgets = {"role": forms.RadioSelect}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        explain_roles(self)


class SeatForm(HouseForm, forms.Form):
    """A right in one thing, of one kind."""

    submit_label = _("Give the seat")
    target = forms.ModelChoiceField(label=_("For"), queryset=Membership.objects.none())

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].label = SeatKind(kind).label.capitalize()
        self.offer("target", queries.seat_targets(kind))


class CalledForm(HouseForm, forms.ModelForm):
    privacy_notes = {"called": CALLED_NOTE}

    class Meta:
        model = Membership
        fields = ["called"]
        help_texts = {"called": _("A first name or a nickname is enough. Earlier names are kept nowhere.")}
