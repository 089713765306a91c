"""The app of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ecosystem.accounts"
    label = "accounts"

    def ready(self) -> None:
        from ecosystem.accounts import purge
        from ecosystem.history.purge import register_purge

        for cleaner in (purge.delete_ended_sessions, purge.delete_dead_links, purge.delete_old_limits):
            register_purge(cleaner, everywhere=True)
