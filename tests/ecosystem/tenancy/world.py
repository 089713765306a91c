"""Two coalitions with a secret each, for those who attack the walls."""

from dataclasses import dataclass
from typing import Any

from ecosystem.accounts.models import Membership
from ecosystem.tenancy.scope import coalition_scope
from mapping.models import Contact, Organization, Resource


@dataclass
class Side:
    """A coalition, its secret organization with one contact, and somebody in it."""

    coalition: Any
    organization: Any
    contact: Any
    user: Any


def make_side(coalition: Any, user: Any) -> Side:
    secret = f"secret of {coalition.slug}"
    with coalition_scope(coalition.pk):
        organization = Organization.objects.create(name=secret, name_key=secret)
        contact = Contact.objects.create(organization=organization, value=f"number of {coalition.slug}")
        Resource.objects.create(organization=organization, name=f"{secret}, open", name_key=secret)
    return Side(coalition, organization, contact, user)


def untouched(side: Side) -> bool:
    """Everything of this side is as it was made."""
    with coalition_scope(side.coalition.pk):
        names = list(Organization.objects.values_list("name", flat=True))
        values = list(Contact.objects.values_list("value", flat=True))
        members = Membership.objects.count()
    slug = side.coalition.slug
    return names == [f"secret of {slug}"] and values == [f"number of {slug}"] and members == 1
