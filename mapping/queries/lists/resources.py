"""The list of resources: what it can be filtered and sorted by."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mapping.marks import POLICE_MARKS, WORST_FIRST
from mapping.models import (
    FRESH_FOR,
    AccessPart,
    Answer,
    CarceralContact,
    Likelihood,
    Moment,
    OrganizationKind,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
    ResourceStatus,
    Standing,
)
from mapping.queries.lists.common import answer_value, any_of, extent_filter, linked, many, own_filters
from mapping.queries.lists.sieve import Filter, Listing, Rows, Sort, ids, options
from mapping.queries.lists.vocabulary import Vocabulary
from mapping.words.languages import language_choices

LONG_AGO: Final = dt.date(1900, 1, 1)
MOMENT_FIELDS: Final = {
    Moment.BASIC_NEEDS: "meets_basic_needs",
    Moment.PREVENTS: "prevents",
    Moment.INTERRUPTS: "interrupts",
    Moment.HEALS: "heals",
    Moment.CHANGES: "changes_conditions",
}
POLICE_WORDS: Final = (
    ("police-likely", gettext_lazy("likely")),
    ("police-sometimes", gettext_lazy("sometimes")),
    ("police-never", gettext_lazy("never")),
    ("police-unknown", gettext_lazy("unknown")),
)


def base() -> Rows:
    """Resources with what a row shows: one statement."""
    return Resource.objects.select_related("organization", "place").annotate(
        its_areas=many(ResourceArea, "resource", "area_id"),
        its_languages=many(ResourceLanguage, "resource", "language"),
        its_places=many(ResourceReach, "resource", "neighborhood_id"),
        its_people=many(ResourcePopulation, "resource", "population_id"),
        police_stated=answer_value("resource", CarceralContact.POLICE),
        police_lived=answer_value("resource", CarceralContact.POLICE, Standing.LIVED),
        checked_key=Coalesce("verified_on", Value(LONG_AGO)),
    )


def find(rows: Rows, key: str) -> Rows:
    return rows.filter(Q(name_key__contains=key) | Q(organization__name_key__contains=key))


def filters(known: Vocabulary) -> list[Filter]:
    areas = {key: name for key, name in known.areas.items() if key not in known.retired}
    return [
        Filter("area", _("Area"), options(areas), lambda rows, v: rows.filter(linked(ResourceArea, "resource", area__in=ids(v)))),
        Filter("moment", _("Moment"), Moment.choices, any_of(lambda value: Q(**{MOMENT_FIELDS[Moment(value)]: True}))),
        Filter("status", _("Running now"), ResourceStatus.choices, lambda rows, v: rows.filter(status__in=v)),
        Filter("checked", _("Last checked"), _checked_choices(), any_of(_checked)),
        Filter("language", _("Language"), language_choices(), lambda rows, v: rows.filter(linked(ResourceLanguage, "resource", language__in=v))),
        Filter("neighborhood", _("Reaches"), options(known.places), any_of(lambda value: _reaches(known, value))),
        Filter("population", _("For whom"), options(known.people), any_of(_serves)),
        Filter("kind", _("Kind of group"), OrganizationKind.choices, lambda rows, v: rows.filter(organization__kind__in=v)),
        Filter("police", _("Calls police"), POLICE_WORDS, any_of(lambda value: _brings(CarceralContact.POLICE, value)), "brings"),
        *(_contact_filter(contact) for contact in CarceralContact if contact != CarceralContact.POLICE),
        *(extent_filter("resource", part.value, part.label, "access") for part in AccessPart),
        *own_filters("resource", known.questions),
    ]  # fmt: skip


def _checked_choices() -> list[tuple[str, str]]:
    return [("fresh", _("within a year")), ("stale", _("longer ago")), ("never", _("never"))]


def _checked(value: str) -> Q:
    since = timezone.localdate() - FRESH_FOR
    conditions = {"fresh": Q(verified_on__gte=since), "stale": Q(verified_on__lt=since), "never": Q(verified_on=None)}
    return conditions[value]


def _reaches(known: Vocabulary, value: str) -> Q:
    """Lists the neighborhood, one above it, or everywhere."""
    above = set().union(*(known.above(place) for place in ids([value])))
    return Q(reaches_everywhere=True) | Q(linked(ResourceReach, "resource", neighborhood__in=above))


def _serves(value: str) -> Q:
    return Q(serves_everyone=True) | Q(linked(ResourcePopulation, "resource", population=ids([value])[0]))


def _contact_filter(contact: CarceralContact) -> Filter:
    return Filter(contact.value, contact.label, POLICE_WORDS, any_of(lambda value: _brings(contact, value)), "brings")


def _brings(contact: str, mark: str) -> Q:
    """The worse of stated and lived decides; unknown is where neither says anything."""

    def said(values: Sequence[Likelihood]) -> Exists:
        return Exists(Answer.objects.filter(resource=OuterRef("pk"), question=contact, value__in=values))

    known = [value for value in WORST_FIRST if value != Likelihood.UNKNOWN]
    if mark == POLICE_MARKS[Likelihood.UNKNOWN]:
        return Q(~said(known))
    own = [value for value in known if POLICE_MARKS[value] == mark]
    worse = known[: known.index(own[0])]
    return Q(said(own)) & ~Q(said(worse)) if worse else Q(said(own))


LISTING = Listing(
    noun="resource",
    model=Resource,
    base=base,
    find=find,
    filters=filters,
    sorts=(
        Sort("name", gettext_lazy("by name"), ("name_key", "id")),
        Sort("unchecked", gettext_lazy("longest unchecked first"), ("checked_key", "id")),
        Sort("checked", gettext_lazy("most recently checked first"), ("-checked_key", "id")),
        Sort("new", gettext_lazy("newest first"), ("-id",)),
    ),
)
