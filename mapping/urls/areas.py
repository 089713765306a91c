"""Addresses of areas."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
