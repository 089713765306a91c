"""Addresses of the front page."""

from django.urls import path

from ecosystem.overview import search, views

app_name = "overview"
urlpatterns = [
    path("", views.home, name="home"),
    path("search/", search.search, name="search"),
]
