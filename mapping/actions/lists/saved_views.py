"""Filters that people keep for a list."""

from django.db import transaction

from ecosystem.accounts.models import Membership
from mapping.models import SavedView

QUERY_LENGTH = 1000


@transaction.atomic
def save_view(*, by: Membership, page: str, name: str, query: str, is_shared: bool = False) -> SavedView:
    """Keep these filters under a name. The same name again puts them in place of the old ones."""
    view, _is_new = SavedView.objects.update_or_create(
        membership=by, page=page, name=name, defaults={"query": query[:QUERY_LENGTH], "is_shared": is_shared}
    )
    return view


@transaction.atomic
def remove_view(view: SavedView, *, by: Membership) -> None:
    view.delete()
