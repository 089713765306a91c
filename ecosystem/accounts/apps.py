"""The app of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ecosystem.accounts"
    label = "accounts"
