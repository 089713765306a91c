"""Everything that the page of a group shows, in a constant number of statements."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property

from ecosystem.accounts.models import Membership
from mapping.models import DIRECTED, Organization, Relation
from mapping.queries.places import ShownPlace, places_shown
from mapping.queries.questions import OwnAnswer, own_answers

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie as seen from one group. `goes` is out, in, or both where the direction does not matter."""

    relation: Relation
    other: Organization
    goes: str


class OrganizationPage:
    """A group with what it offers, where it is, how to reach it and whom it is tied to."""

    def __init__(self, organization: Organization, membership: Membership) -> None:
        self.organization, self.membership = organization, membership
        offered = list(organization.resources.order_by("name_key", "id")[: SHOWN + 1])
        self.resources, self.has_more = offered[:SHOWN], len(offered) > SHOWN
        self.contacts = list(organization.contacts.order_by("position", "id"))
        self.ties = _ties(organization)

    @property
    def add_url(self) -> str:
        """Where something more that it offers is added."""
        return f"{reverse('mapping:resource_add', args=[self.membership.coalition.slug])}?group={self.organization.pk}"

    @cached_property
    def places(self) -> list[ShownPlace]:
        rows = self.organization.places.select_related("neighborhood").order_by("created_at", "id")
        return places_shown(rows, self.membership)

    @cached_property
    def own_answers(self) -> list[OwnAnswer]:
        return [answer for answer in own_answers(self.organization) if answer.words]


def organization_page(pk: UUID, membership: Membership) -> OrganizationPage:
    """The page of one group.

    Raises:
        Organization.DoesNotExist: not in this coalition.
    """
    parts = Organization.objects.filter(parent=OuterRef("pk"))
    rows = Organization.objects.select_related("parent").annotate(has_programs=Exists(parts))
    return OrganizationPage(rows.get(pk=pk), membership)


def _ties(organization: Organization) -> list[Tie]:
    rows = Relation.objects.filter(Q(source=organization) | Q(target=organization)).select_related("source", "target")
    return [_tie(row, organization) for row in rows.order_by("kind", "created_at")[: SHOWN * 2]]


def _tie(row: Any, organization: Organization) -> Tie:
    is_out = row.source_id == organization.pk
    direction = ("out" if is_out else "in") if row.kind in DIRECTED else "both"
    return Tie(row, row.target if is_out else row.source, direction)
