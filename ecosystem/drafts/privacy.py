"""A person's drafts, in their export."""

from typing import Any

from ecosystem.drafts.models import Draft
from ecosystem.drafts.queries import opened


def export_drafts(membership: Any) -> list[dict[str, Any]]:
    """What was typed, by form."""
    drafts = Draft.objects.of(membership).order_by("key")
    return [
        {"form": draft.key, "saved_at": draft.updated_at.isoformat(), "typed": dict(typed.lists())}
        for draft in drafts
        if (typed := opened(draft, membership)) is not None
    ]
