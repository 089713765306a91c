"""Addresses of the comparison."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from mapping.views import comparison


class PictureOrSheetConverter(StringConverter):
    """The files that the comparison can be had as."""

    regex = "svg|csv|xlsx"


register_converter(PictureOrSheetConverter, "comparisonfile")

urlpatterns: list[URLPattern] = [
    path("comparison/", comparison.comparison, name="comparison"),
    path("comparison/needs/", comparison.comparison_needs, name="comparison_needs"),
    path("comparison/file.<comparisonfile:kind>", comparison.comparison_file, name="comparison_file"),
]
