"""Groups that may be the one somebody is about to add."""

from dataclasses import dataclass
from typing import Final

from django.db.models import Q

from ecosystem.imports.names import name_key, name_likeness
from mapping.models import Organization

CANDIDATES: Final = 200
MOST: Final = 4
SHORTEST: Final = 3
ALIKE: Final = 80  # of 100, by name alone
LAST_SIGN: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Possible:
    """A group that is already here, and how alike the names are."""

    organization: Organization
    score: int


def possible_duplicates(name: str, *, except_for: Organization | None = None) -> list[Possible]:
    """The likeliest first. Looks only at names that begin alike, by the index, whatever the coalition's size."""
    wanted = name_key(name)
    if len(name.strip()) < SHORTEST or not wanted:
        return []
    found: list[Possible] = []
    for organization in _beginning(wanted.split()):
        known = name_key(organization.name)
        score = round(name_likeness(wanted, known))
        is_like = score >= ALIKE or (len(wanted) >= SHORTEST and known.startswith(wanted))
        if is_like and (except_for is None or organization.pk != except_for.pk):
            found.append(Possible(organization, score))
    return sorted(found, key=lambda possible: (-possible.score, possible.organization.name_key))[:MOST]


def _beginning(words: list[str]) -> list[Organization]:
    """Names whose key begins as this one does, with or without an article in front."""
    stem, ranges = words[0][:4], Q()
    for article in ("", "the ", "el ", "la ", "los ", "las "):
        start = f"{article}{stem}"
        ranges |= Q(name_key__gte=start, name_key__lt=start + LAST_SIGN)
    return list(Organization.objects.filter(ranges).order_by("name_key")[:CANDIDATES])
