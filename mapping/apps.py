"""The app of the map."""

from django.apps import AppConfig


class MappingConfig(AppConfig):
    name = "mapping"
    label = "mapping"

    def ready(self) -> None:
        from mapping.imports import register_targets
        from mapping.kinds import register_forms, register_kinds, register_stories

        register_kinds()
        register_forms()
        register_stories()
        register_targets()
