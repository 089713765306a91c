"""Lists of groups, resources and needs: one sieve for list, print, export and bulk edit."""

from typing import Any, Final

from mapping.queries.lists import needs, organizations, resources
from mapping.queries.lists.sieve import Listing, Sieve

LISTINGS: Final[dict[str, Listing]] = {
    "organization": organizations.LISTING,
    "resource": resources.LISTING,
    "need": needs.LISTING,
}


def rows_of(sieve: Sieve) -> tuple[Any, Any]:
    """All rows of a list in its order, and the needs' states if they are known already."""
    if sieve.listing.noun == "need":
        return needs.answered_rows(sieve)
    return sieve.rows(), None
