"""The app of threads."""

from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "ecosystem.threads"
    label = "threads"

    def ready(self) -> None:
        from ecosystem.history.stories import register_companion
        from ecosystem.threads.models import ThreadLink

        register_companion(ThreadLink, "source_id", "target_id")
