"""Addresses of what happened, under /c/<slug>/history/."""

from django.urls import path

from ecosystem.overview.history import views

app_name = "history"
urlpatterns = [
    path("removed/", views.recently_removed, name="recently_removed"),
    path("restore/<str:model_label>/<uuid:pk>/", views.restore, name="restore"),
    path("<slug:kind>/<uuid:pk>/", views.record, name="record"),
    path("<slug:kind>/<uuid:pk>/bring-back/", views.bring_back, name="bring_back"),
]
