"""Addresses of lists, their exports and bulk edits."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from mapping.views import bulk, exports, lists


class NounConverter(StringConverter):
    """What there are lists of."""

    regex = "organization|resource|need"


class FileConverter(StringConverter):
    """As which file a list can be had."""

    regex = "csv|xlsx"


register_converter(NounConverter, "noun")
register_converter(FileConverter, "sheetfile")

urlpatterns = [
    path("groups/", lists.organization_list, name="organization_list"),
    path("resources/", lists.resource_list, name="resource_list"),
    path("needs/", lists.need_list, name="need_list"),
    path("groups/table/", bulk.organization_bulk, name="organization_bulk"),
    path("resources/table/", bulk.resource_bulk, name="resource_bulk"),
    path("needs/table/", bulk.need_bulk, name="need_bulk"),
    path("lists/<noun:noun>/undo/<int:at>/", bulk.bulk_undo, name="bulk_undo"),
    path("lists/<noun:noun>/export/<sheetfile:kind>/", exports.list_export, name="list_export"),
    path("lists/<noun:noun>/views/", lists.view_save, name="view_save"),
    path("lists/views/<uuid:pk>/remove/", lists.view_remove, name="view_remove"),
]
