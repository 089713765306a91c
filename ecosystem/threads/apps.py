"""The app of threads."""

from django.apps import AppConfig


class ThreadsConfig(AppConfig):
    name = "ecosystem.threads"
    label = "threads"
