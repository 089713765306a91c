"""A group as its forms write it: begun with a first resource, or whole with its contacts."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.arranging.questions import GivenAnswer, answer_questions
from mapping.actions.contacts import set_contacts
from mapping.actions.organizations import add_organization, edit_organization
from mapping.actions.resources import add_resource
from mapping.actions.sheet import spoken
from mapping.models import Organization, Resource


@transaction.atomic
def begin_group(
    *,
    by: Actor,
    name: str,
    kind: str,
    offer: str = "",
    areas: Sequence[UUID] = (),
    contacts: Sequence[dict[str, Any]] = (),
) -> tuple[Organization, Resource | None]:
    """A group, how to reach it, and the first thing it offers, if that is known: in the language of the screen."""
    organization = add_organization(by=by, name=name, kind=kind, language=spoken())
    set_contacts(organization, by=by, rows=contacts)
    resource = add_resource(organization, by=by, name=offer, areas=areas, language=spoken()) if offer else None
    return organization, resource


@transaction.atomic
def write_group(
    organization: Organization,
    *,
    by: Actor,
    values: Mapping[str, Any],
    contacts: Sequence[dict[str, Any]],
    own: Mapping[str, GivenAnswer],
) -> Organization:
    """All that is written about a group itself.

    Raises:
        StateBodyOffersNothingError: it has resources, so it cannot become a state body.
    """
    now = edit_organization(organization, by=by, **values)
    set_contacts(now, by=by, rows=contacts)
    if own:
        answer_questions(now, answers=own, by=by)
    return now


def hold_group(organization: Organization) -> None:
    """Keep others from writing the same group until this transaction ends."""
    Organization.objects.select_for_update().get(pk=organization.pk)
