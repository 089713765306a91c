"""Addresses of files, under /c/<slug>/files/."""

from django.urls import path

from ecosystem.files import views

app_name = "files"
urlpatterns = [path("<uuid:pk>/", views.download, name="download")]
