"""The app of consent."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "ecosystem.consent"
    label = "consent"

    def ready(self) -> None:
        from ecosystem.consent.models import Consent, Purpose
        from ecosystem.consent.panel import panel
        from ecosystem.history.stories import register_companion
        from ecosystem.threads.slots import register_slot

        register_companion(Consent, "record_id")
        register_slot("organization.page", panel("organization", [Purpose.GUIDE]))
        register_slot("resource.page", panel("resource", [Purpose.GUIDE, Purpose.PROMISE]))
