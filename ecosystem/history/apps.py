"""The app of history."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "ecosystem.history"
    label = "history"
