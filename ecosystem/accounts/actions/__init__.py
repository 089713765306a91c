"""What changes people: one verb each, `by` says who."""

from ecosystem.accounts.actions.accounts import (
    create_account,
    create_host,
    delete_account,
    end_other_sessions,
    end_session,
    forget_member,
    rewrap_factors,
    set_language,
    update_account,
)
from ecosystem.accounts.actions.coalitions import (
    change_settings,
    close_coalition,
    invite_first_admin_again,
    open_coalition,
)
from ecosystem.accounts.actions.invitations import (
    Issued,
    accept_invitation,
    approve_new_seat,
    ask_new_seat,
    invite,
    take_back,
)
from ecosystem.accounts.actions.people import (
    add_member,
    change_role,
    end_membership,
    give_seat,
    rename_member,
    take_seat,
)

__all__ = [
    "Issued",
    "accept_invitation",
    "add_member",
    "approve_new_seat",
    "ask_new_seat",
    "change_role",
    "change_settings",
    "close_coalition",
    "create_account",
    "create_host",
    "delete_account",
    "end_membership",
    "end_other_sessions",
    "end_session",
    "forget_member",
    "give_seat",
    "invite",
    "invite_first_admin_again",
    "open_coalition",
    "rename_member",
    "rewrap_factors",
    "set_language",
    "take_back",
    "take_seat",
    "update_account",
]
