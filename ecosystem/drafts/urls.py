"""Addresses of drafts, under /c/<slug>/drafts/."""

from django.urls import path

from ecosystem.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.draft_list, name="draft_list"),
    path("save/", views.save, name="save"),
    path("discard/", views.discard, name="discard"),
]
