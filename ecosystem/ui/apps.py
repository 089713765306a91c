"""The look of the house as a Django app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Components, forms and the frame; no models."""

    name = "ecosystem.ui"
    label = "ui"
