"""Putting things on the sheet and moving them: quick ways over the same verbs as the long forms."""

from django.db import transaction
from django.utils.translation import get_language

from ecosystem.accounts.actors import Actor
from mapping.actions.needs import add_need, edit_need, need_key
from mapping.actions.organizations import add_organization, name_key
from mapping.actions.resources import add_resource
from mapping.models import Area, Need, Organization, OrganizationKind, Resource, ResourceArea


def spoken() -> str:
    return (get_language() or "en").split("-")[0]


@transaction.atomic
def put_existing(*, area: Area, words: str, by: Actor) -> Resource:
    """Put something that exists into an area, by name alone. Already known names are placed, not added twice.

    Raises:
        StateBodyOffersNothingError: the name is that of a state body.
    """
    known = Resource.objects.filter(name_key=name_key(words)).order_by("created_at").first()
    if known is None:
        group = Organization.objects.active().filter(name_key=name_key(words)).order_by("created_at").first()
        known = offer_of(group, words=words, by=by)
    place_resource(known, area=area, by=by)
    return known


def offer_of(group: Organization | None, *, words: str, by: Actor) -> Resource:
    """What the sheet shows of a group: a resource under the same name. No group means a new one."""
    group = group or add_organization(by=by, name=words, kind=OrganizationKind.INFORMAL, language=spoken())
    found = group.resources.filter(name_key=name_key(words)).first() or group.resources.order_by("created_at").first()
    return found or add_resource(group, by=by, name=words, language=spoken())


@transaction.atomic
def put_needed(*, area: Area, words: str, by: Actor) -> Need:
    """State a need by a few words. The same words in the same area are the same need."""
    known = Need.objects.open().filter(area=area, summary_key=need_key(words)).first()
    return known or add_need(by=by, area=area, summary=words, language=spoken())


@transaction.atomic
def place_resource(resource: Resource, *, area: Area, by: Actor, instead_of: Area | None = None) -> None:
    """Put a resource into an area; `instead_of` is the area that it leaves. Twice is once."""
    ResourceArea.objects.get_or_create(resource=resource, area=area)
    if instead_of is not None and instead_of.pk != area.pk:
        ResourceArea.objects.filter(resource=resource, area=instead_of).delete()


@transaction.atomic
def place_need(need: Need, *, area: Area, by: Actor) -> None:
    edit_need(need, by=by, area=area)
