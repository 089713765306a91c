"""Rows as a list shows them: the same shape for groups, resources and needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from mapping.coverage import Mark, NeedState, State
from mapping.marks import POLICE_MARKS, police_mark, worst
from mapping.models import Need, Organization, Resource, Urgency
from mapping.queries.gaps import need_states
from mapping.queries.lists.resources import LONG_AGO
from mapping.queries.lists.vocabulary import Vocabulary
from mapping.words.languages import language_name

WORDS = 34
DRAWN = {State.ANSWERED: "answered", State.PARTLY: "partly-answered", State.UNANSWERED: "unanswered"}


@dataclass(frozen=True)
class Row:
    """One row: what it is called, what it is, and what to know."""

    id: UUID
    name: str
    language: str
    what: str = ""
    facets: Sequence[str] = ()
    marks: Sequence[str] = ()
    state: str = ""
    aside: str = ""
    is_urgent: bool = False
    is_closed: bool = field(default=False)


def shown_rows(noun: str, rows: Sequence[Any], known: Vocabulary, states: dict[UUID, NeedState] | None) -> list[Row]:
    """The rows in words. Needs cost six statements more where their states were not computed to choose them."""
    if noun == "need":
        found = need_states([row.pk for row in rows]) if states is None else states
        return [_need(row, found[row.pk]) for row in rows]
    return [_resource(row, known) if noun == "resource" else _organization(row, known) for row in rows]


def _resource(row: Any, known: Vocabulary) -> Row:
    resource: Resource = row
    group = resource.organization.name
    reach = _("everywhere here") if resource.reaches_everywhere else ", ".join(_names(row.its_places, known.places))
    languages = ", ".join(language_name(code) for code in row.its_languages)
    facets = [group if group != resource.name else "", ", ".join(_names(row.its_areas, known.areas)), reach, languages]
    police = police_mark(row.police_stated or "", row.police_lived or "")
    return Row(
        id=resource.pk,
        name=resource.name,
        language=resource.language,
        what=Truncator(resource.offers).words(WORDS),
        facets=[facet for facet in facets if facet],
        marks=[police],
        aside=checked_words(row.checked_key),
        is_closed=resource.status != "open",
        state=str(resource.get_status_display()) if resource.status != "open" else "",
    )


def checked_words(day: Any) -> str:
    """When it was checked, said plainly."""
    if day == LONG_AGO or day is None:
        return _("never checked")
    return _("checked %(day)s") % {"day": date_format(day, "SHORT_DATE_FORMAT")}


def _organization(row: Any, known: Vocabulary) -> Row:
    group: Organization = row
    named = _("named %(count)s times") % {"count": group.named_count} if group.named_count > 1 else ""
    facets = [
        ", ".join(_names(dict.fromkeys(row.its_areas), known.areas)),
        ", ".join(_names(dict.fromkeys(row.its_places), known.places)),
        _("part of %(group)s") % {"group": group.parent} if group.parent else "",
        named,
    ]
    return Row(
        id=group.pk,
        name=group.name,
        language=group.language,
        what=Truncator(group.description or _offered(row)).words(WORDS),
        facets=[facet for facet in facets if facet],
        marks=[POLICE_MARKS[worst(row.its_police)]] if row.resource_count else [],
        is_closed=group.closed_on is not None,
        state=_("closed") if group.closed_on else "",
        aside=str(group.get_kind_display()),
    )


def _offered(row: Any) -> str:
    """What a group gives, in its own words where that is one thing called like the group, else by name."""
    names = row.its_names
    if names == [row.name]:
        return row.its_offers[0]
    more = row.resource_count - len(names)
    return " · ".join([*names, *([_("%(count)s more") % {"count": more}] if more > 0 else [])])


def _need(need: Need, found: NeedState) -> Row:
    where = need.neighborhood.name if need.neighborhood else _("everywhere here")
    people = str(need.population) if need.population else ""
    facets = [str(need.area), where, people, str(need.get_moment_display()) if need.moment else ""]
    return Row(
        id=need.pk,
        name=need.summary,
        language=need.language,
        what=Truncator(need.detail).words(WORDS),
        facets=[facet for facet in facets if facet],
        marks=[] if need.closed_at else [m.value for m in found.marks if m not in {Mark.UNANSWERED, Mark.PARTLY}],
        state=_("closed") if need.closed_at else DRAWN[found.state],
        aside=str(need.get_urgency_display()),
        is_urgent=need.urgency == Urgency.NOW and not need.closed_at,
        is_closed=need.closed_at is not None,
    )


def _names(keys: Iterable[UUID], names: dict[UUID, str]) -> list[str]:
    return [names[key] for key in keys if key in names]
