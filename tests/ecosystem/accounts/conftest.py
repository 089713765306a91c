"""Real accounts (no demo ones), signed in through the real pages."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from ecosystem.accounts import actions
from ecosystem.accounts.actors import Operator
from ecosystem.tenancy.scope import coalition_scope

PASSWORD = "seven warm kettles"
BY = Operator("test")


@pytest.fixture
def account(db):
    """Makes a real account: `account("rosa", north, "admin")`."""

    def make(name, coalition=None, role="organizer", factor=False):
        user = actions.create_account(username=name, password=PASSWORD)
        if coalition is not None:
            with coalition_scope(coalition.pk):
                user.member = actions.add_member(user=user, role=role, called=name.capitalize(), by=BY)
        if factor:
            with_app(user)
        return user

    return make


def with_app(user):
    """Give the account an authenticator app."""
    from ecosystem.accounts.adapter import MFAAdapter

    sealed = MFAAdapter().encrypt("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    return Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": sealed})


def code_of(secret="JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"):
    counter = next(iter(yield_hotp_counters_from_time()))
    return format_hotp_value(hotp_value(secret, counter))


def sign_in(client, name, password=PASSWORD, next_url="", **headers):
    return client.post("/account/login/", {"login": name, "password": password, "next": next_url}, **headers)


def sign_in_twice(client, name, next_url="", **headers):
    """Password and app."""
    sign_in(client, name, next_url=next_url, **headers)
    return client.post("/account/2fa/authenticate/", {"code": code_of()}, **headers)


def grow_old(client, seconds=3600):
    """As if the sign-in were long ago."""
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": time.time() - seconds} for record in session["account_authentication_methods"]
    ]
    session.save()


@pytest.fixture(autouse=True)
def _quick_passwords(settings):
    """Argon2id is slow on purpose; these tests make accounts by the dozen."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
