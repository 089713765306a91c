"""The app of the map."""

from django.apps import AppConfig


class MappingConfig(AppConfig):
    name = "mapping"
    label = "mapping"
