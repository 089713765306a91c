"""Addresses of the sheet: ours, one's own, and on paper."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import StringConverter

from mapping.views import own_sheet, paper, sheet


class PlacedConverter(StringConverter):
    """What can be moved on the sheet."""

    regex = "resource|need"


register_converter(PlacedConverter, "placed")

urlpatterns: list[URLPattern] = [
    path("", sheet.sheet, name="sheet"),
    path("sheet/add/", sheet.sheet_add, name="sheet_add"),
    path("sheet/move/<placed:kind>/<uuid:pk>/", sheet.sheet_move, name="sheet_move"),
    path("sheet/mine/", own_sheet.own_sheet, name="own_sheet"),
    path("sheet/mine/add/", own_sheet.own_chip_add, name="own_chip_add"),
    path("sheet/mine/names/", own_sheet.own_names, name="own_names"),
    path("sheet/mine/merge/", own_sheet.own_sheet_merge, name="own_sheet_merge"),
    path("sheet/mine/<uuid:pk>/move/", own_sheet.own_chip_move, name="own_chip_move"),
    path("sheet/mine/<uuid:pk>/delete/", own_sheet.own_chip_delete, name="own_chip_delete"),
    path("sheet/paper/", paper.sheet_paper, name="sheet_paper"),
    path("sheet/paper.pdf", paper.sheet_pdf, name="sheet_pdf"),
    path("sheet/blank/", paper.worksheet, name="worksheet"),
    path("sheet/blank/paper/", paper.worksheet_paper, name="worksheet_paper"),
    path("sheet/blank/paper.pdf", paper.worksheet_pdf, name="worksheet_pdf"),
]
