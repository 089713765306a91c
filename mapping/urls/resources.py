"""Addresses of resources and what hangs on them."""

from django.urls import path

from mapping.views import feedback, resource_parts, resources

urlpatterns = [
    path("resources/add/", resources.resource_add, name="resource_add"),
    path("resources/<uuid:pk>/", resources.resource_detail, name="resource_detail"),
    path("resources/<uuid:pk>/check/", resources.resource_check, name="resource_check"),
    path("resources/<uuid:pk>/edit/", resource_parts.resource_edit, name="resource_edit"),
    path("resources/<uuid:pk>/edit/<slug:part>/", resource_parts.resource_edit, name="resource_edit"),
    path("resources/<uuid:pk>/paper/<slug:part>/", resource_parts.resource_paper, name="resource_paper"),
    path("resources/<uuid:pk>/remove/", resources.resource_remove, name="resource_remove"),
    path("resources/<uuid:pk>/restore/", resources.resource_restore, name="resource_restore"),
    path("past/<slug:kind>/<uuid:pk>/", resources.record_past, name="record_past"),
    path("resources/<uuid:pk>/said/", feedback.feedback_list, name="feedback_list"),
    path("said/<uuid:pk>/remove/", feedback.feedback_remove, name="feedback_remove"),
    path("resources/<uuid:pk>/people/", feedback.resource_people, name="resource_people"),
    path("people/<uuid:pk>/remove/", feedback.resource_person_remove, name="resource_person_remove"),
]
