"""What the map holds of one person: their own sheet and their saved views, for their export."""

from ecosystem.accounts.models import Membership
from mapping.models import OwnChip, SavedView
from mapping.queries.sheets.own import opened


def own_chips(membership: Membership) -> list[dict[str, str]]:
    """The words of a person's own sheet, opened for them."""
    rows = list(OwnChip.objects.of(membership).select_related("area").order_by("area", "side", "position", "pk"))
    words = opened(membership, rows)
    return [{"area": str(row.area), "side": row.side, "words": words.get(row.pk, "")} for row in rows]


def saved_views(membership: Membership) -> list[dict[str, str | bool]]:
    rows = SavedView.objects.filter(membership=membership).order_by("page", "name")
    return [
        {"page": row.page, "name": row.name, "filters": row.query, "for everybody here": row.is_shared} for row in rows
    ]
