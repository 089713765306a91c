"""Addresses of a coalition's people, under /c/<slug>/people/."""

from django.urls import URLPattern

app_name = "people"
urlpatterns: list[URLPattern] = []
