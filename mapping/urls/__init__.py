"""Addresses of the map, under /c/<slug>/map/."""

from mapping.urls import areas, comparison, lists, needs, organizations, resources, sheet

app_name = "mapping"
urlpatterns = [
    *sheet.urlpatterns,
    *comparison.urlpatterns,
    *organizations.urlpatterns,
    *resources.urlpatterns,
    *needs.urlpatterns,
    *areas.urlpatterns,
    *lists.urlpatterns,
]
