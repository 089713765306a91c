"""A person's own sheet, opened for that person alone, and what in ours may be the same."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from django.db.models import Q

from ecosystem.accounts.models import Membership
from ecosystem.imports.folding import folded
from ecosystem.imports.names import ABBREVIATED, Duplicates, Profile, name_likeness
from ecosystem.privacy.vault import Owner, opener
from mapping.models import Area, Need, Organization, OwnChip, Resource, Side

SUGGESTED: Final = 8
SHORTEST: Final = 2
LAST_SIGN: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class OwnWords:
    """One chip, opened."""

    id: UUID
    area: Area
    side: str
    words: str


@dataclass(slots=True)
class OwnRow:
    """One area of a person's own sheet."""

    area: Area
    existing: list[OwnWords] = field(default_factory=list)
    needed: list[OwnWords] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alike:
    """Something of ours that a chip may be the same as. `key` is what the form sends back."""

    key: str
    name: str
    detail: str
    score: int

    @property
    def is_certain(self) -> bool:
        return self.score >= CERTAIN


@dataclass(frozen=True, slots=True)
class Lined:
    """A chip beside what may be the same."""

    chip: OwnWords
    alike: list[Alike]

    @property
    def first_guess(self) -> str:
        """What the form has chosen already: new where nothing is alike, the same where we are sure, else nothing."""
        if not self.alike:
            return "new"
        return self.alike[0].key if self.alike[0].is_certain else "keep"


CERTAIN: Final = 96
ALIKE: Final = 72
MOST_ALIKE: Final = 3


def bound_to(chip_id: UUID) -> str:
    return f"mapping_ownchip:{chip_id}:private"


def opened(membership: Membership, chips: Iterable[OwnChip]) -> dict[UUID, str]:
    """The words of a person's chips, by id. One statement for the key."""
    open_one = opener(Owner.member(membership.pk))
    return {chip.pk: json.loads(open_one(bytes(chip.private), bound_to(chip.pk)))["words"] for chip in chips}


def own_words(membership: Membership) -> list[OwnWords]:
    """All chips of a person, in the order in which they put them."""
    chips = list(OwnChip.objects.of(membership).select_related("area").order_by("area__position", "position", "pk"))
    words = opened(membership, chips)
    return [OwnWords(chip.pk, chip.area, chip.side, words[chip.pk]) for chip in chips]


def own_sheet(membership: Membership) -> list[OwnRow]:
    """The person's sheet. An area that went out of use stays for as long as something of theirs lies in it."""
    found = own_words(membership)
    rows = {area.pk: OwnRow(area) for area in [*Area.objects.in_use(), *(one.area for one in found)]}
    for one in found:
        row = rows[one.area.pk]
        (row.existing if one.side == Side.EXISTING else row.needed).append(one)
    return list(rows.values())


def lined_up(membership: Membership) -> list[Lined]:
    """Each chip with what of ours has a like name."""
    chips = own_words(membership)
    known = {Side.EXISTING: _known_existing(), Side.NEEDED: _known_needs()} if chips else {}
    return [Lined(chip, known[Side(chip.side)].like(chip.words)) for chip in chips]


@dataclass(slots=True)
class Known:
    """What ours holds of one side, ready to be compared with."""

    duplicates: Duplicates = field(default_factory=Duplicates)
    names: dict[str, tuple[str, str]] = field(default_factory=dict)

    def add(self, key: str, name: str, detail: str) -> None:
        self.duplicates.add(Profile.of(key, name))
        self.names[key] = (name, detail)

    def like(self, words: str) -> list[Alike]:
        """The likeliest first. Names alone decide: chips have no address to tell two of one name apart by."""
        mine = Profile.of("mine", words)
        near = [self.duplicates.profiles[index] for index in self.duplicates.candidates(mine)]
        scored = [(round(name_likeness(_spelled_out(mine.name), _spelled_out(one.name))), str(one.ref)) for one in near]
        best = sorted((one for one in scored if one[0] >= ALIKE), key=lambda one: (-one[0], self.names[one[1]]))
        return [Alike(key, *self.names[key], score) for score, key in best[:MOST_ALIKE]]


def _spelled_out(name: str) -> str:
    return " ".join(ABBREVIATED.get(word, word) for word in name.split())


def _known_existing() -> Known:
    known = Known()
    named: set[tuple[UUID, str]] = set()
    for pk, name, key, group_id, group in Resource.objects.order_by("created_at").values_list(
        "pk", "name", "name_key", "organization_id", "organization__name"
    ):
        known.add(f"resource:{pk}", name, group if group != name else "")
        named.add((group_id, key))
    for pk, name, key in Organization.objects.active().relied_on().values_list("pk", "name", "name_key"):
        if (pk, key) not in named:
            known.add(f"organization:{pk}", name, "")
    return known


def _known_needs() -> Known:
    known = Known()
    for need in Need.objects.open().select_related("area"):
        known.add(f"need:{need.pk}", need.summary, str(need.area))
    return known


def suggestions(typed: str) -> list[str]:
    """Names of groups and resources of the coalition that begin, or have a word that begins, as typed."""
    key = folded(typed)
    if len(key) < SHORTEST:
        return []
    begins = Q(name_key__gte=key, name_key__lt=key + LAST_SIGN) | Q(name_key__contains=f" {key}")
    found: dict[str, str] = {}
    for rows in (Organization.objects.active().relied_on(), Resource.objects.all()):
        for name in rows.filter(begins).order_by("name_key").values_list("name", flat=True)[:SUGGESTED]:
            found.setdefault(folded(name), name)
    return list(found.values())[:SUGGESTED]
