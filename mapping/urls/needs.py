"""Addresses of needs and what hangs on them."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from mapping.views import need_parts, needs


class NeedPartConverter(StringConverter):
    """The parts of a need's form."""

    regex = "what|who|urgency|own"


class RemovedConverter(StringConverter):
    """What can be brought back from these pages."""

    regex = "need|evidence|take|needmatch|neighborhood|population"


register_converter(NeedPartConverter, "needpart")
register_converter(RemovedConverter, "removed")

urlpatterns = [
    path("needs/add/", needs.need_add, name="need_add"),
    path("needs/<uuid:pk>/", needs.need_detail, name="need_detail"),
    path("needs/<uuid:pk>/edit/", needs.need_edit, name="need_edit"),
    path("needs/<uuid:pk>/edit/<needpart:part>/", needs.need_edit, name="need_edit"),
    path("needs/<uuid:pk>/close/", needs.need_close, name="need_close"),
    path("needs/<uuid:pk>/reopen/", needs.need_reopen, name="need_reopen"),
    path("needs/<uuid:pk>/remove/", needs.need_remove, name="need_remove"),
    path("needs/<uuid:pk>/evidence/", need_parts.evidence_add, name="evidence_add"),
    path("needs/<uuid:pk>/takes/", need_parts.take_add, name="take_add"),
    path("needs/<uuid:pk>/answers/", need_parts.match_add, name="match_add"),
    path("needs/<uuid:pk>/answers/<uuid:resource_pk>/", need_parts.match_link, name="match_link"),
    path("evidence/<uuid:pk>/remove/", need_parts.evidence_remove, name="evidence_remove"),
    path("takes/<uuid:pk>/remove/", need_parts.take_remove, name="take_remove"),
    path("matches/<uuid:pk>/remove/", need_parts.match_remove, name="match_remove"),
    path("removed/<removed:kind>/<uuid:pk>/restore/", needs.removed_restore, name="removed_restore"),
]
