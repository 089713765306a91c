"""The comparison of existing with needed: as a table, a picture, files and on paper."""

from typing import Final

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, members
from mapping import rules
from mapping.exports.sheets import Column, as_csv, as_xlsx, lines
from mapping.models import Extent, Urgency
from mapping.pictures import Drawing, drawn
from mapping.queries.comparison import AXIS_LABELS, WORDS, Asked, Axis, Grid, Stated, access_choices
from mapping.queries.comparison import comparison as grid_of
from mapping.queries.words import MARK_LABELS

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@members(rules.can_see_map)
def comparison(request: MemberRequest) -> HttpResponse:
    grid = _grid(request)
    context = {
        "grid": grid,
        "asked": grid.asked,
        "axes": [(axis, AXIS_LABELS[axis], grid.asked.query(by=axis)) for axis in Axis],
        "filters": [(axis, AXIS_LABELS[axis], grid.choices[axis], grid.asked.chosen.get(axis, "")) for axis in Axis],
        "access": list(access_choices()),
        "extents": Extent.choices,
        "picture": drawn(grid) if request.GET.get("as") == "picture" else None,
        "query": grid.asked.query(),
        "is_sifted": bool(grid.asked.access or any(axis != grid.asked.axis for axis in grid.asked.chosen)),
        "can_export": rules.can_export(request.membership),
    }
    return render(request, "mapping/comparison/comparison.html", context)


@require_GET
@members(rules.can_see_map)
def comparison_needs(request: MemberRequest) -> HttpResponse:
    """The needs behind a count, worst first."""
    grid = _grid(request)
    context = {"grid": grid, "query": grid.asked.query(area="", state="", mark="")}
    return render(request, "mapping/comparison/comparison_needs.html", context)


@require_GET
@members(rules.can_export, fresh=True)
def comparison_file(request: MemberRequest, kind: str) -> HttpResponse:
    """Picture or spreadsheet of exactly what the page shows."""
    grid = _grid(request)
    found = lines(FILE_COLUMNS, grid.needs)
    if kind == "svg":
        drawing: Drawing = drawn(grid)
        response = render(request, "mapping/comparison/picture.svg", {"picture": drawing, "is_file": True})
        response["Content-Type"] = "image/svg+xml"
    elif kind == "csv":
        response = HttpResponse(
            as_csv(FILE_COLUMNS, lines(FILE_COLUMNS, grid.needs)), content_type="text/csv; charset=utf-8"
        )
    else:
        response = HttpResponse(as_xlsx("need", FILE_COLUMNS, found), content_type=XLSX)
    name = f"{request.membership.coalition.slug}-comparison-{timezone.localdate():%Y-%m-%d}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _grid(request: MemberRequest) -> Grid:
    return grid_of(Asked.of(request.GET.dict()))


def _marks(need: Stated) -> str:
    return "; ".join(mark.label or str(MARK_LABELS[need.found.marks[place]]) for place, mark in enumerate(need.marks))


FILE_COLUMNS: Final = (
    Column("area", "Area", "Área", lambda need: str(need.area)),
    Column("need", "Need", "Necesidad", lambda need: need.summary),
    Column("place", "Place", "Lugar", lambda need: str(need.names[Axis.PLACE])),
    Column("population", "For whom", "Para quién", lambda need: str(need.names[Axis.POPULATION])),
    Column("moment", "Moment", "Momento", lambda need: str(need.names[Axis.MOMENT])),
    Column("language", "Language", "Idioma", lambda need: str(need.names[Axis.LANGUAGE])),
    Column("urgency", "How soon", "Qué tan pronto", lambda need: str(Urgency(need.urgency).label)),
    Column("people", "How many people", "Cuántas personas", lambda need: str(need.people_count or "")),
    Column("state", "State", "Estado", lambda need: str(WORDS[need.found.state])),
    Column("marks", "Marks, worst first", "Marcas, lo peor primero", _marks),
)
