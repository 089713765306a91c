"""Taking files in, and letting them go."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ecosystem.accounts.actors import Actor
from ecosystem.accounts.models import Membership
from ecosystem.files.models import MOST_BYTES, FilePurpose, StoredFile
from ecosystem.files.pictures import NotAPictureError, redrawn
from ecosystem.threads.kinds import Pair, kind_named

PDF = b"%PDF-"
ENDINGS = {"image/jpeg": ".jpg", "image/png": ".png", "application/pdf": ".pdf"}


@transaction.atomic
def store_file(upload: Any, record: Pair, *, purpose: str, by: Actor) -> StoredFile:
    """Keep an upload with its record. Pictures are drawn anew; documents are PDF. The name keeps no path.

    Raises:
        ValidationError: too large, or not what it says it is (in kind words).
    """
    kind_named(record[0])
    if upload.size > MOST_BYTES:
        raise ValidationError(_("This file is larger than 10 MB. Make it smaller, or split it."))
    content, content_type = _checked(upload.read(MOST_BYTES + 1), purpose)
    return StoredFile.objects.create(
        kind=record[0],
        record_id=record[1],
        purpose=purpose,
        name=_plain_name(upload.name or "", ENDINGS[content_type]),
        content_type=content_type,
        content=content,
        size=len(content),
        uploaded_by=by if isinstance(by, Membership) else None,
    )


@transaction.atomic
def destroy_file(file: StoredFile, *, by: Actor) -> None:
    """Gone at once: files have no history and cannot be brought back."""
    file.delete()


def _checked(raw: bytes, purpose: str) -> tuple[bytes, str]:
    if purpose == FilePurpose.DOCUMENT:
        if not raw.startswith(PDF):
            raise ValidationError(_("This is not a PDF. Save it as PDF and try again."))
        return raw, "application/pdf"
    try:
        return redrawn(raw)
    except NotAPictureError as error:
        raise ValidationError(_("This is not a picture that we can read. JPEG, PNG and WebP are fine.")) from error


def _plain_name(name: str, ending: str) -> str:
    stem = re.split(r"[/\\]", name)[-1].rpartition(".")[0] or name
    return (re.sub(r"[^\w .()-]+", "_", stem).strip(" ._")[:100] or "file") + ending
