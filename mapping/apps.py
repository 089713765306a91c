"""The app of the map."""

from django.apps import AppConfig


class MappingConfig(AppConfig):
    name = "mapping"
    label = "mapping"

    def ready(self) -> None:
        from ecosystem.privacy.export import register_exporter
        from mapping.imports import register_targets
        from mapping.kinds import register_forms, register_kinds, register_stories
        from mapping.queries import held

        register_kinds()
        register_forms()
        register_stories()
        register_targets()
        register_exporter("own sheet", held.own_chips)
        register_exporter("saved views", held.saved_views)
