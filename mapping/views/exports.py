"""Lists as files. Only after a recent sign-in; everything is read before the scope closes."""

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, members
from mapping import rules
from mapping.exports.columns import columns_of, with_exported
from mapping.exports.sheets import as_csv, as_xlsx, lines
from mapping.queries.lists import rows_of
from mapping.views.lists import sieve_for

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
@members(rules.can_export, fresh=True)
def list_export(request: MemberRequest, noun: str, kind: str) -> HttpResponse:
    """Exactly the rows that the list shows with the same filters."""
    sieve = sieve_for(request, noun)
    rows, _states = rows_of(sieve)
    columns = columns_of(noun, sieve.vocabulary)
    found = lines(columns, with_exported(noun, rows))
    body = as_csv(columns, found) if kind == "csv" else as_xlsx(noun, columns, found)
    response = HttpResponse(body, content_type="text/csv; charset=utf-8" if kind == "csv" else XLSX)
    name = f"{request.membership.coalition.slug}-{noun}s-{timezone.localdate():%Y-%m-%d}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
