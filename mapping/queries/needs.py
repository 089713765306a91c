"""What the page of a need shows."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils import timezone
from django.utils.formats import number_format

from ecosystem.imports.folding import folded
from mapping.coverage import Mark, NeedState, State
from mapping.marks import police_mark
from mapping.models import (
    FRESH_FOR,
    Answer,
    CarceralContact,
    Coverage,
    Evidence,
    EvidenceKind,
    Need,
    NeedMatch,
    Resource,
    Standing,
    Take,
)
from mapping.queries.gaps import need_states
from mapping.queries.questions import OwnAnswer, own_answers
from mapping.words.languages import language_name

FOUND_AT_MOST = 8


@dataclass(frozen=True)
class AnsweredBy:
    """One resource that is linked to the need, with what to know about it."""

    match: NeedMatch
    answers: State
    marks: tuple[str, ...]

    @property
    def falls_short(self) -> bool:
        """Linked as a whole, but old, or reaching only some of them."""
        return self.match.coverage == Coverage.WHOLE and self.answers is State.PARTLY

    @property
    def counts_not(self) -> bool:
        return self.answers is State.UNANSWERED


@dataclass(frozen=True)
class Phase:
    """What filling the need takes at one stage."""

    number: int
    takes: list[tuple[Take, str]]
    total: str


@dataclass(frozen=True)
class NeedPage:
    """A need with all that hangs on it."""

    need: Need
    state: NeedState
    matches: list[AnsweredBy]
    quotes: list[Evidence]
    counts: list[Evidence]
    phases: list[Phase]
    own: list[OwnAnswer]

    @property
    def drawn(self) -> str:
        """What the component `state` draws."""
        return "partly-answered" if self.state.state is State.PARTLY else self.state.state.value

    @property
    def marks(self) -> list[str]:
        """The marks besides the state itself, worst first."""
        return [mark.value for mark in self.state.marks if mark not in {Mark.UNANSWERED, Mark.PARTLY}]

    @property
    def language(self) -> str:
        return language_name(self.need.for_language) if self.need.for_language else ""


def needs_with_names() -> models.QuerySet[Need]:
    """Needs with what their pages name."""
    return Need.objects.select_related("area", "neighborhood", "population")


def need_page(need: Need) -> NeedPage:
    """Everything on the page, in a fixed number of queries."""
    state = need_states([need.pk])[need.pk]
    evidence = list(need.evidence.order_by("-heard_on", "-id"))
    return NeedPage(
        need=need,
        state=state,
        matches=_matches(need, state),
        quotes=[row for row in evidence if row.kind == EvidenceKind.QUOTE],
        counts=[row for row in evidence if row.kind == EvidenceKind.COUNT],
        phases=_phases(need),
        own=own_answers(need),
    )


def _matches(need: Need, state: NeedState) -> list[AnsweredBy]:
    matches = list(need.matches.select_related("resource__organization").order_by("-coverage", "resource__name_key"))
    police = police_marks([match.resource_id for match in matches])
    answers = {match.resource_id: match.answers for match in state.matches}
    return [
        AnsweredBy(
            match=match,
            answers=answers.get(match.resource_id, State.UNANSWERED),
            marks=_marks(match.resource, police.get(match.resource_id, "police-unknown")),
        )
        for match in matches
    ]


def _marks(resource: Resource, police: str) -> tuple[str, ...]:
    checked = resource.verified_on
    is_fresh = checked is not None and checked >= timezone.localdate() - FRESH_FOR
    return (police,) if is_fresh else (police, "stale")


def police_marks(resource_ids: list[UUID]) -> dict[UUID, str]:
    """How likely each of these is to call police. One query."""
    said: defaultdict[UUID, dict[str, str]] = defaultdict(dict)
    rows = Answer.objects.filter(resource__in=resource_ids, question=CarceralContact.POLICE)
    for resource_id, standing, value in rows.values_list("resource_id", "standing", "value"):
        said[resource_id][standing] = value
    return {
        key: police_mark(found.get(Standing.STATED, ""), found.get(Standing.LIVED, "")) for key, found in said.items()
    }


def _phases(need: Need) -> list[Phase]:
    by_phase: defaultdict[int, list[Take]] = defaultdict(list)
    for take in need.takes.order_by("phase", "kind", "id"):
        by_phase[take.phase].append(take)
    return [
        Phase(number, [(take, money(take.amount_cents)) for take in takes], money(_sum(takes)))
        for number, takes in by_phase.items()
    ]


def _sum(takes: list[Take]) -> int | None:
    amounts = [take.amount_cents for take in takes if take.amount_cents is not None]
    return sum(amounts) if amounts else None


def money(cents: int | None) -> str:
    """An amount as people write it, whole where it is whole."""
    if cents is None:
        return ""
    return number_format(cents / 100, decimal_pos=0 if cents % 100 == 0 else 2, force_grouping=True)


def resources_called(words: str, need: Need) -> list[Resource]:
    """Resources whose name begins so, or has the word in it, that are not linked to the need yet."""
    if not (start := folded(words)):
        return []
    others = Resource.objects.exclude(pk__in=need.matches.values("resource_id")).select_related("organization")
    found = others.filter(name_key__contains=start) | others.filter(organization__name_key__contains=start)
    return list(found.order_by("name_key", "id")[:FOUND_AT_MOST])
