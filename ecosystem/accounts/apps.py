"""The app of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "ecosystem.accounts"
    label = "accounts"

    def ready(self) -> None:
        from ecosystem.accounts import purge, queries
        from ecosystem.accounts.actions import rewrap_factors
        from ecosystem.accounts.factors import refuse_demo_accounts_elsewhere
        from ecosystem.history.purge import register_purge
        from ecosystem.privacy.export import register_exporter
        from ecosystem.tenancy.cache import delete_expired
        from ecosystem.tenancy.checks import register_start_check

        for cleaner in (
            purge.delete_ended_sessions,
            purge.delete_dead_links,
            purge.delete_old_limits,
            delete_expired,
            rewrap_factors,
        ):
            register_purge(cleaner, everywhere=True)
        register_purge(purge.forget_old_invitations)
        register_purge(purge.erase_long_gone)
        register_exporter("seats", queries.seats_of)
        register_start_check(refuse_demo_accounts_elsewhere)
