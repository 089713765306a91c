"""The app of imports."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    name = "ecosystem.imports"
    label = "imports"

    def ready(self) -> None:
        from ecosystem.history.purge import register_purge
        from ecosystem.imports.actions import jobs  # the worker has to know them

        register_purge(jobs.destroy_old_staging)
