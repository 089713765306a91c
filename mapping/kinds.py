"""The map's kinds and stories: what others may link to, show, find and bring back."""

from typing import Any

from django.db.models import QuerySet
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership
from ecosystem.drafts.keys import register_form
from ecosystem.history.stories import register_story
from ecosystem.threads.kinds import Kind, register_kind
from ecosystem.threads.panels import latest_of_each
from ecosystem.threads.slots import register_slot
from mapping import models, rules


def _url(name: str) -> Any:
    def url(record: Any, slug: str) -> str:
        try:
            return reverse(f"mapping:{name}", args=[slug, record.pk])
        except NoReverseMatch:
            return ""

    return url


def _on_the_map(rows: QuerySet[Any], membership: Membership) -> QuerySet[Any]:
    return rows if rules.can_see_map(membership) else rows.none()


def register_kinds() -> None:
    """Called once, when Django is ready."""
    for key, model, page, label, plural in (
        ("organization", models.Organization, "organization_detail", _("group"), _("Groups")),
        ("resource", models.Resource, "resource_detail", _("resource"), _("Resources")),
        ("need", models.Need, "need_detail", _("need"), _("Needs")),
        ("area", models.Area, "area_edit", _("area"), _("Areas")),
        ("neighborhood", models.Neighborhood, "neighborhood_edit", _("neighborhood"), _("Neighborhoods")),
        ("population", models.Population, "population_edit", _("people"), _("People")),
        ("question", models.Question, "question_edit", _("question"), _("Questions")),
    ):
        register_kind(Kind(key, model._meta.label, label, _url(page), _on_the_map, plural))
        register_slot(f"{key}.history", latest_of_each)


def register_forms() -> None:
    """How drafts of the map's long forms are called."""
    register_form("mapping:resource_edit", _("A resource"), kind="resource")
    register_form("mapping:organization_edit", _("A group"), kind="organization")
    register_form("mapping:need_edit", _("A need"), kind="need")
    register_form("mapping:need_add", _("A new need"))


def register_stories() -> None:
    """What each is called in "what happened here", and what is never told there."""
    edit, arrange = rules.can_edit_map, rules.can_arrange_map
    address = (
        "precision",
        "sealed",
        "state",
        "street",
        "city",
        "zip_code",
        "neighborhood",
        "latitude",
        "longitude",
        "note",
        "label",
    )
    for model, noun, rule in (
        (models.Organization, _("group"), edit),
        (models.Resource, _("resource"), edit),
        (models.Need, _("need"), edit),
        (models.Area, _("area"), arrange),
        (models.Neighborhood, _("neighborhood"), arrange),
        (models.Population, _("people"), arrange),
        (models.Question, _("question"), arrange),
        (models.Relation, _("tie"), edit),
        (models.Evidence, _("evidence"), edit),
        (models.Take, _("what it takes"), edit),
        (models.NeedMatch, _("match"), edit),
        (models.Answer, _("answer"), edit),
        (models.Feedback, _("what people said"), edit),
        (models.OpeningHours, _("hours"), edit),
        (models.Funding, _("funding"), edit),
        (models.Promise, _("promise"), edit),
        (models.ResourceArea, _("area"), edit),
        (models.ResourceReach, _("neighborhood it reaches"), edit),
        (models.ResourcePopulation, _("people it is for"), edit),
        (models.ResourceLanguage, _("language"), edit),
    ):
        register_story(model, noun=noun, may_edit=rule)
    register_story(models.Contact, noun=_("way to reach them"), is_named=False, may_edit=edit)
    register_story(models.Place, noun=_("place"), hidden=address, is_named=False, may_edit=edit)
