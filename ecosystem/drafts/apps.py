"""The app of drafts."""

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    name = "ecosystem.drafts"
    label = "drafts"

    def ready(self) -> None:
        from ecosystem.drafts.actions import delete_expired
        from ecosystem.drafts.privacy import export_drafts
        from ecosystem.history.purge import register_purge
        from ecosystem.privacy.export import register_exporter

        register_purge(delete_expired)
        register_exporter("drafts", export_drafts)
