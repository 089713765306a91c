"""Addresses of spreadsheets."""

from django.urls import path

from ecosystem.imports.views import columns, done, files, rows

app_name = "imports"
urlpatterns = [
    path("", files.import_list, name="import_list"),
    path("add/", files.import_add, name="import_add"),
    path("<uuid:pk>/file/", files.import_file, name="import_file"),
    path("<uuid:pk>/columns/", columns.import_columns, name="import_columns"),
    path("<uuid:pk>/rows/", rows.import_rows, name="import_rows"),
    path("<uuid:pk>/rows/needs-a-look.csv", rows.import_wrong, name="import_wrong"),
    path("<uuid:pk>/rows/leave-empty/", rows.import_empty_cells, name="import_empty_cells"),
    path("<uuid:pk>/rows/<uuid:row>/correct/", rows.row_correct, name="row_correct"),
    path("<uuid:pk>/rows/<uuid:row>/decide/", rows.row_decide, name="row_decide"),
    path("<uuid:pk>/rows/<uuid:row>/merge/", rows.row_merge, name="row_merge"),
    path("<uuid:pk>/merge/", done.import_merge, name="import_merge"),
    path("<uuid:pk>/progress/", done.import_progress, name="import_progress"),
    path("<uuid:pk>/done/", done.import_done, name="import_done"),
    path("<uuid:pk>/undo/", done.import_undo, name="import_undo"),
]
