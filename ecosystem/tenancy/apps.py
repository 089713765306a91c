"""The app of the walls."""

from django.apps import AppConfig


class TenancyConfig(AppConfig):
    name = "ecosystem.tenancy"
    label = "tenancy"
