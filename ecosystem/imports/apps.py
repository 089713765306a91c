"""The app of imports."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "ecosystem.imports"
    label = "imports"
