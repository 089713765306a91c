"""The sheet and its empty worksheets on paper, in either language: as a page to print, and as PDF."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, members
from ecosystem.pdf import PdfUnavailableError, render_pdf
from mapping import rules
from mapping.queries.sheets.paper import boxes, paper, sides


@require_GET
@members(rules.can_see_map)
def sheet_paper(request: MemberRequest) -> HttpResponse:
    with translation.override(_language(request)):
        return render(request, "mapping/paper/sheet_paper.html", _sheet(request))


@require_GET
@members(rules.can_see_map)
def sheet_pdf(request: MemberRequest) -> HttpResponse:
    with translation.override(_language(request)):
        return _pdf(request, "mapping/paper/sheet_paper.html", _sheet(request), "mapping:sheet_paper")


@require_GET
@members(rules.can_see_map)
def worksheet(request: MemberRequest) -> HttpResponse:
    """Choose which empty sheets, in which language and size."""
    return render(request, "mapping/paper/worksheet.html", {"written_in": settings.LANGUAGES})


@require_GET
@members(rules.can_see_map)
def worksheet_paper(request: MemberRequest) -> HttpResponse:
    with translation.override(_language(request)):
        return render(request, "mapping/paper/worksheet_paper.html", _worksheet(request))


@require_GET
@members(rules.can_see_map)
def worksheet_pdf(request: MemberRequest) -> HttpResponse:
    with translation.override(_language(request)):
        return _pdf(request, "mapping/paper/worksheet_paper.html", _worksheet(request), "mapping:worksheet_paper")


def _language(request: MemberRequest) -> str:
    """The language asked for, else the reader's."""
    asked = request.GET.get("lang", "")
    return asked if asked in dict(settings.LANGUAGES) else translation.get_language() or settings.LANGUAGE_CODE


def _page(request: MemberRequest) -> dict[str, Any]:
    return {
        "coalition": request.membership.coalition,
        "written_in": translation.get_language(),
        "is_large": "large" in request.GET,
        "query": request.GET.urlencode(),
        "printed_on": timezone.localdate(),
    }


def _sheet(request: MemberRequest) -> dict[str, Any]:
    return _page(request) | {"paper": paper()}


def _worksheet(request: MemberRequest) -> dict[str, Any]:
    return _page(request) | {
        "sides": sides(request.GET.get("side", "")),
        "pages": boxes(is_large="large" in request.GET),
    }


def _pdf(request: MemberRequest, template: str, context: dict[str, Any], page: str) -> HttpResponse:
    try:
        body = render_pdf(template, context | {"is_pdf": True})
    except PdfUnavailableError as error:
        messages.error(request, str(error))
        response = redirect(page, request.membership.coalition.slug)
        response["Location"] += f"?{context['query']}"
        return response
    name = (
        f"{request.membership.coalition.slug}-{page.split(':')[1].removesuffix('_paper')}-{context['written_in']}.pdf"
    )
    return HttpResponse(
        body, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
