"""The pages of allauth that we use. Nothing else of it is routed: no sign-up, no e-mail, no reset by mail.

The test that walks all addresses reads ALLAUTH_PAGES, because these views wear allauth's own doors instead of ours.
"""

import functools
from typing import Any, Final

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as keys
from django.http import HttpRequest, HttpResponse
from django.urls import path

from ecosystem.accounts.actions import end_other_sessions
from ecosystem.accounts.factors import has_second_factor
from ecosystem.accounts.limits import limited
from ecosystem.accounts.sessions import key_hash
from ecosystem.ui.headers import FORGET_PAGES


def forgetting(view: Any) -> Any:
    """After signing out the browser forgets our pages."""

    @functools.wraps(view)
    def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        answer: HttpResponse = view(request, *args, **kwargs)
        if not request.user.is_authenticated:
            answer["Clear-Site-Data"] = FORGET_PAGES
        return answer

    return inner


def first_factor(view: Any) -> Any:
    """Who sets up a first factor is signed out elsewhere: those sessions were opened without one."""

    @functools.wraps(view)
    def inner(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        had_none = request.user.is_authenticated and not has_second_factor(request.user)
        answer: HttpResponse = view(request, *args, **kwargs)
        if had_none and has_second_factor(request.user):
            end_other_sessions(request.user, keep=key_hash(request.session.session_key or ""))
        return answer

    return inner


sign_in, factor = limited("sign_in"), limited("factor")

urlpatterns = [
    path("login/", sign_in(account.login), name="account_login"),
    path("logout/", forgetting(account.logout), name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", factor(account.reauthenticate), name="account_reauthenticate"),
    path("password/change/", factor(account.password_change), name="account_change_password"),
    path("2fa/", factors.index, name="mfa_index"),
    path("2fa/authenticate/", factor(factors.authenticate), name="mfa_authenticate"),
    path("2fa/reauthenticate/", factor(factors.reauthenticate), name="mfa_reauthenticate"),
    path("2fa/totp/activate/", factor(first_factor(app.activate_totp)), name="mfa_activate_totp"),
    path("2fa/totp/deactivate/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("2fa/recovery-codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("2fa/recovery-codes/generate/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("2fa/recovery-codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("2fa/webauthn/", keys.list_webauthn, name="mfa_list_webauthn"),
    path("2fa/webauthn/add/", first_factor(keys.add_webauthn), name="mfa_add_webauthn"),
    path("2fa/webauthn/login/", sign_in(keys.login_webauthn), name="mfa_login_webauthn"),
    path("2fa/webauthn/reauthenticate/", factor(keys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/edit/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("2fa/webauthn/keys/<int:pk>/remove/", keys.remove_webauthn, name="mfa_remove_webauthn"),
]
ALLAUTH_PAGES: Final = frozenset(str(pattern.name) for pattern in urlpatterns)
