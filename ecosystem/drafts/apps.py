"""The app of drafts."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "ecosystem.drafts"
    label = "drafts"
