"""The door through which files are seen."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from ecosystem.accounts.access import MemberRequest, any_member, members
from ecosystem.files.models import FilePurpose, StoredFile
from ecosystem.threads.kinds import KINDS


@require_GET
@members(any_member)
def download(request: MemberRequest, pk: UUID) -> HttpResponse:
    """A file, for those who may see its record. A picture may stand in a page; all else is saved, never opened here."""
    file = get_object_or_404(StoredFile, pk=pk)
    kind = KINDS.get(file.kind)
    if kind is None or not kind.seen_by(request.membership).filter(pk=file.record_id).exists():
        raise Http404
    response = HttpResponse(bytes(file.content), content_type=file.content_type)
    is_saved = file.purpose != FilePurpose.PICTURE
    response["Content-Disposition"] = content_disposition_header(is_saved, file.name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
