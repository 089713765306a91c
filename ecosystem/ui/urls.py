"""Addresses of the look: the gallery and the theme."""

from django.urls import path

from ecosystem.ui import views

app_name = "ui"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("theme/", views.theme, name="theme"),
]
