"""The list of groups: what it can be filtered and sorted by."""

from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mapping.models import (
    Answer,
    CarceralContact,
    Organization,
    OrganizationKind,
    Place,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourceReach,
)
from mapping.queries.lists.common import any_of, linked, many, own_filters
from mapping.queries.lists.sieve import Filter, Listing, Rows, Sort, ids, options
from mapping.queries.lists.vocabulary import Vocabulary
from mapping.words.languages import language_choices

NAMED: Final = 3  # resources that a group's row names


def base() -> Rows:
    """Groups with what a row shows: one statement."""
    offered = Resource.objects.filter(organization=OuterRef("pk")).order_by().values("organization")
    of_group = "resource__organization"
    named = Resource.objects.filter(organization=OuterRef("pk")).order_by("name_key", "id")[:NAMED]
    police = Answer.objects.filter(**{of_group: OuterRef("pk")}, question=CarceralContact.POLICE).order_by()
    return Organization.objects.select_related("parent").annotate(
        resource_count=Coalesce(Subquery(offered.annotate(n=Count("pk")).values("n")), 0),
        its_names=ArraySubquery(named.values("name")),
        its_offers=ArraySubquery(named.values("offers")),
        its_areas=many(ResourceArea, of_group, "area_id"),
        its_places=many(ResourceReach, of_group, "neighborhood_id"),
        its_police=ArraySubquery(police.values("value")),
    )


def find(rows: Rows, key: str) -> Rows:
    return rows.filter(name_key__contains=key)


def filters(known: Vocabulary) -> list[Filter]:
    areas = {key: name for key, name in known.areas.items() if key not in known.retired}
    return [
        Filter("kind", _("Kind"), OrganizationKind.choices, lambda rows, v: rows.filter(kind__in=v)),
        Filter("area", _("Area"), options(areas), lambda rows, v: rows.filter(_offers(ResourceArea, area__in=ids(v)))),
        Filter("neighborhood", _("Where"), options(known.places), any_of(lambda value: _is_in(known, value))),
        Filter("language", _("Language"), language_choices(), lambda rows, v: rows.filter(_offers(ResourceLanguage, language__in=v))),
        Filter("offers", _("Offers"), _offer_choices(), any_of(_has_resources)),
        Filter("status", _("Running now"), [("open", _("open")), ("closed", _("closed"))], any_of(_is_open)),
        *own_filters("organization", known.questions),
    ]  # fmt: skip


def _offers(model: type, **to: object) -> Exists:
    """Whether one of the group's resources has such a tie."""
    return linked(model, "resource__organization", **to)


def _is_in(known: Vocabulary, value: str) -> Q:
    """A place of the group lies there, or one of its resources reaches there."""
    (place,) = ids([value])
    reaches = _offers(ResourceReach, neighborhood__in=known.above(place))
    return Q(linked(Place, "organization", neighborhood__in=known.within(place))) | Q(reaches)


def _offer_choices() -> list[tuple[str, str]]:
    return [("something", _("something on the map")), ("nothing", _("nothing on the map yet"))]


def _has_resources(value: str) -> Q:
    there = linked(Resource, "organization")
    return Q(there) if value == "something" else Q(~there)


def _is_open(value: str) -> Q:
    running = Q(closed_on=None) | Q(closed_on__gt=timezone.localdate())
    return running if value == "open" else ~running


LISTING = Listing(
    noun="organization",
    model=Organization,
    base=base,
    find=find,
    filters=filters,
    sorts=(
        Sort("name", gettext_lazy("by name"), ("name_key", "id")),
        Sort("named", gettext_lazy("most often named first"), ("-named_count", "name_key", "id")),
        Sort("new", gettext_lazy("newest first"), ("-id",)),
    ),
)
