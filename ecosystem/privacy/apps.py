"""The app of privacy."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "ecosystem.privacy"
    label = "privacy"
