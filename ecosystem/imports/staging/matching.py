"""Which record of the map a row is, or which it is like; and which row of the same file it repeats."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from uuid import UUID

from ecosystem.imports.models import RowState, SourceKey
from ecosystem.imports.names import Duplicates, name_likeness
from ecosystem.imports.targets import Draft, Known, Target
from ecosystem.tenancy.models import uuid7

CHUNK = 5_000
SAME_PART = 85


@dataclass(slots=True)
class Light:
    """What matching needs of a row; its values wait on disk."""

    position: int
    sheet: int
    number: int
    draft: Draft
    fingerprint: str
    store_key: str = ""
    state: str = RowState.NEW
    record_id: UUID | None = None
    ids: dict[str, Any] = field(default_factory=dict)
    like: dict[str, Any] = field(default_factory=dict)
    reason: str = ""


def hashed(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def chunks(items: Sequence[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    found = iter(items)
    while piece := list(islice(found, size)):
        yield piece


class Matcher:
    """Finds for every row what it is. The map's index is read only if some row is not known from its source."""

    def __init__(self, target: Target, signature_of: dict[int, str]) -> None:
        self.target = target
        self.signature_of = signature_of
        self.known: dict[str, Known] = {}
        self.known_ids: dict[str, Known] = {}
        self.links: dict[str, dict[str, UUID]] = {}
        self.claimed: dict[UUID, Light] = {}
        self.index = Duplicates()
        self.by_ref: dict[Any, Known] = {}

    def match(self, lights: list[Light]) -> None:
        right = [light for light in lights if light.state != RowState.SKIPPED and not light.draft.is_wrong]
        for light in lights:
            if light.state != RowState.SKIPPED and light.draft.is_wrong:
                light.state = RowState.WRONG
        self.name_keys(right)
        rest = self.from_source(right)
        if rest:
            self.read_map()
        for light in rest:
            self.place(light)

    def name_keys(self, lights: list[Light]) -> None:
        """A row's key at its source: its own id there, or what names it; repeated ones are counted."""
        seen: dict[str, int] = {}
        for light in lights:
            draft = light.draft
            key = f"{self.signature_of.get(light.sheet, '')}:{draft.own_id}" if draft.own_id else f"#{draft.key}"
            seen[key] = count = seen.get(key, 0) + 1
            light.store_key = hashed(f"{key}#{count}")

    def from_source(self, lights: list[Light]) -> list[Light]:
        """Rows that came in before. What says the same as then changes nothing, whatever the map says today."""
        former = {}
        for piece in chunks([light.store_key for light in lights]):
            keys = SourceKey.objects.filter(target=self.target.key, key__in=piece)
            former.update({row[0]: row[1:] for row in keys.values_list("key", "record_id", "fingerprint", "is_open")})
        there: dict[UUID, dict[str, str]] = {}
        for ids in chunks(list({row[0] for row in former.values()})):
            there.update(self.target.linked(ids))
        rest: list[Light] = []
        waiting: list[tuple[Light, UUID]] = []
        for light in lights:
            record, mark, is_open = former.get(light.store_key, (None, "", False))
            if record is None or record not in there or (is_open and mark != light.fingerprint):
                rest.append(light)
                continue
            if is_open:
                waiting.append((light, record))
                continue
            light.record_id, light.ids = record, dict(there[record])
            light.state = RowState.SAME if mark == light.fingerprint else RowState.CHANGED
            self.claimed.setdefault(record, light)
        for light, record in waiting:
            self.wait(light, record)
        return rest

    def wait(self, light: Light, record: UUID) -> None:
        """It looked like that record last time, nobody has decided since, and it says what it said."""
        if twin := self.claimed.get(record):
            self.repeat(light, twin, ["name"])
            return
        light.state = RowState.DUPLICATE
        light.like = {"id": str(record), "label": light.draft.label, "since": "", "reasons": ["name"], "score": 90}

    def read_map(self) -> None:
        for known in self.target.known():
            self.known.setdefault(known.key, known)
            self.known_ids[str(known.id)] = known
            for name, (key, record) in known.links.items():
                self.links.setdefault(name, {}).setdefault(key, record)
            if known.profile:
                self.index.add(known.profile)
        self.by_ref = {known.profile.ref: known for known in self.known_ids.values() if known.profile}

    def read_others(self, rows: Any) -> None:
        """Staged rows that hold their records already: one row of a file stands for one record."""
        for position, sheet, number, label, record, ids in rows.values_list(
            "position", "sheet", "number", "label", "record_id", "ids"
        ):
            if record:
                twin = Light(position, sheet, number, Draft({}, {}, label=label), "", record_id=record, ids=ids)
                self.claimed.setdefault(record, twin)

    def place(self, light: Light) -> None:
        """By id, by key, by likeness, else new."""
        draft = light.draft
        known = self.known_ids.get(draft.own_id.lower()) or self.known.get(draft.key)
        if known and known.id in self.claimed:
            self.repeat(light, self.claimed[known.id], ["name"])
        elif known:
            light.record_id, light.state = known.id, RowState.CHANGED
            light.ids = {name: str(record) for name, (_, record) in known.links.items()}
            self.claimed[known.id] = light
        elif not self.resembles(light):
            self.make(light)

    def resembles(self, light: Light) -> bool:
        profile = light.draft.profile
        if profile is None:
            return False
        for found in self.index.like(profile):
            other = self.by_ref.get(found.ref)
            twin = self.claimed.get(other.id) if other else None
            if other is None or self.is_another_part(light.draft, other, found.reasons):
                continue
            if twin:
                self.repeat(light, twin, list(found.reasons), found.score)
            else:
                light.state = RowState.DUPLICATE
                light.like = {
                    "id": str(other.id),
                    "label": other.label,
                    "since": str(other.since or ""),
                    "reasons": list(found.reasons),
                    "score": found.score,
                }
            return True
        return False

    @staticmethod
    def is_another_part(draft: Draft, other: Known, reasons: Sequence[str]) -> bool:
        """Two offers of one group share its name, house and phone: only what they are called tells them apart."""
        if not (draft.part and other.part) or (draft.part == other.part):
            return False
        return name_likeness(draft.part, other.part) < SAME_PART

    def repeat(self, light: Light, twin: Light, reasons: list[str], score: int = 100) -> None:
        light.state = RowState.DUPLICATE
        light.like = {
            "position": twin.position,
            "row": twin.number,
            "sheet": twin.sheet,
            "label": twin.draft.label,
            "reasons": reasons,
            "score": score,
        }

    def make(self, light: Light) -> None:
        """A new record, hung on rows that are there or come with it."""
        draft = light.draft
        for name, key in draft.links.items():
            registry = self.links.setdefault(name, {})
            if key not in registry:
                registry[key] = uuid7()
            light.ids[name] = str(registry[key])
        light.record_id = UUID(light.ids[next(iter(draft.links))]) if draft.bare else uuid7()
        if draft.bare:
            light.ids["bare"] = "1"
        self.claimed[light.record_id] = light
        self.remember(light)

    def remember(self, light: Light) -> None:
        """Rows further down are compared with this one too."""
        draft = light.draft
        assert light.record_id
        known = Known(light.record_id, draft.key, draft.label, draft.profile, draft.part)
        self.known.setdefault(draft.key, known)
        if draft.profile:
            self.by_ref[draft.profile.ref] = known
            self.index.add(draft.profile)
