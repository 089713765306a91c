"""Addresses of organizations."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
