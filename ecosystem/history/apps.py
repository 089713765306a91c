"""The app of history."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "ecosystem.history"
    label = "history"

    def ready(self) -> None:
        from ecosystem.history.purge import register_purge
        from ecosystem.privacy.vault import rewrap_keys

        register_purge(
            rewrap_keys
        )  # every living key moves to the newest master key, so that old ones can be destroyed
