"""The app of overview."""

from django.apps import AppConfig


class OverviewConfig(AppConfig):
    name = "ecosystem.overview"
    label = "overview"
