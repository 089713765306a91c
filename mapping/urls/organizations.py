"""Addresses of groups, their places and ties."""

from django.urls import path

from mapping.views import organizations, places, relations

urlpatterns = [
    path("groups/add/", organizations.organization_add, name="organization_add"),
    path("groups/like/", organizations.organization_like, name="organization_like"),
    path("groups/<uuid:pk>/", organizations.organization_detail, name="organization_detail"),
    path("groups/<uuid:pk>/edit/", organizations.organization_edit, name="organization_edit"),
    path("groups/<uuid:pk>/remove/", organizations.organization_remove, name="organization_remove"),
    path("groups/<uuid:pk>/restore/", organizations.organization_restore, name="organization_restore"),
    path("groups/<uuid:pk>/places/add/", places.place_add, name="place_add"),
    path("places/<uuid:pk>/edit/", places.place_edit, name="place_edit"),
    path("places/<uuid:pk>/remove/", places.place_remove, name="place_remove"),
    path("places/<uuid:pk>/restore/", places.place_restore, name="place_restore"),
    path("groups/<uuid:pk>/ties/add/", relations.relation_add, name="relation_add"),
    path("ties/<uuid:pk>/edit/", relations.relation_edit, name="relation_edit"),
    path("ties/<uuid:pk>/remove/", relations.relation_remove, name="relation_remove"),
]
