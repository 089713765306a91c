"""The app of files."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "ecosystem.files"
    label = "files"
