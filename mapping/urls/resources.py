"""Addresses of resources."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
