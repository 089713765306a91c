"""Step 1: the file, its sheets, and where the headers are."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.imports import actions
from ecosystem.imports.models import Spreadsheet, staging_ends_on
from ecosystem.imports.rules import can_import
from ecosystem.imports.sheets import SheetError
from ecosystem.imports.sheets.errors import MESSAGES
from ecosystem.imports.sheets.limits import MB, Limits
from ecosystem.imports.targets import all_targets
from ecosystem.ui.forms import HouseForm


class FileForm(HouseForm, forms.Form):
    """The upload."""

    target = forms.ChoiceField(label=gettext_lazy("What is in it?"), widget=forms.RadioSelect)
    file = forms.FileField(
        label=gettext_lazy("The spreadsheet"),
        help_text=gettext_lazy("CSV, TSV, XLSX or ODS. Nothing goes on the map before you have seen every row."),
        error_messages={
            "empty": gettext_lazy("There is nothing in this file."),
            "required": gettext_lazy("Choose a file."),
        },
    )
    submit_label = gettext_lazy("Read the file")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["target"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind.key, kind.label) for kind in all_targets()]
        field.initial = all_targets()[0].key

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        limit = Limits().file_bytes
        if file.size > limit:
            raise forms.ValidationError(told(SheetError("too_large", size=round(file.size / MB, 1), limit=limit // MB)))
        return file


def told(error: SheetError) -> str:
    """What is wrong with the file, in the reader's language."""
    return _(MESSAGES[error.code]) % error.params


@require_GET
@members(can_import)
def import_list(request: MemberRequest) -> HttpResponse:
    files = Spreadsheet.objects.newest_first().select_related("by").defer("content", "plan", "creates")[:50]
    return render(request, "imports/import_list.html", {"files": files})


@require_http_methods(["GET", "POST"])
@members(can_import)
def import_add(request: MemberRequest) -> HttpResponse:
    form = FileForm(request.POST or None, request.FILES or None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = actions.add_spreadsheet(
                by=request.membership, name=file.name, content=file.read(), target_key=form.cleaned_data["target"]
            )
            return redirect("imports:import_file", request.membership.coalition.slug, made.pk)
        except SheetError as error:
            form.add_error("file", told(error))
    context = {"form": form, "destroy_on": staging_ends_on()}
    return render(request, "imports/import_add.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@members(can_import)
def import_file(request: MemberRequest, pk: UUID) -> HttpResponse:
    spreadsheet = get_object_or_404(Spreadsheet.objects.exclude(content=None), pk=pk)
    error = ""
    if request.method == "POST":
        try:
            actions.arrange_sheets(spreadsheet, by=request.membership, said=sheets_said(request, spreadsheet))
            name = "import_file" if "again" in request.POST else "import_columns"
            return redirect(f"imports:{name}", request.membership.coalition.slug, pk)
        except SheetError as problem:
            error = told(problem)
    context = {"spreadsheet": spreadsheet, "sheets": actions.sheet_facts(spreadsheet), "error": error}
    return render(request, "imports/import_file.html", context, status=422 if error else 200)


def sheets_said(request: MemberRequest, spreadsheet: Spreadsheet) -> dict[str, Any]:
    """What a person says of each sheet, and of a text file's signs."""
    sheets = []
    for index in range(len(spreadsheet.plan)):
        row = request.POST.get(f"header_{index}", "")
        sheets.append(
            {
                "chosen": f"sheet_{index}" in request.POST,
                "header_row": int(row) - 1 if row.isdigit() and len(row) < 4 else None,
                "transposed": f"turned_{index}" in request.POST,
            }
        )
    return {
        "sheets": sheets,
        "encoding": request.POST.get("encoding", ""),
        "delimiter": request.POST.get("delimiter", ""),
    }
