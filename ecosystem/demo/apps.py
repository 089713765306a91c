"""The app of the demo. It exists only beside the embedded database."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "ecosystem.demo"
    label = "demo"
