"""Fills the demo: coalitions and people by the same actions as everywhere, groups through the importer."""

import datetime as dt
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.utils import timezone

from ecosystem.accounts.actions.accounts import create_account
from ecosystem.accounts.actions.coalitions import change_settings, open_coalition
from ecosystem.accounts.actions.invitations import take_back
from ecosystem.accounts.actions.people import add_member
from ecosystem.accounts.actors import Operator
from ecosystem.accounts.models import User
from ecosystem.demo.needs import DemoNeed
from ecosystem.demo.people import SIGN_INS
from ecosystem.demo.places import COALITIONS, DemoCoalition
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.scope import operator_scope
from ecosystem.tenancy.visits import visiting
from mapping.actions.answers import ResourceAnswer, answer_resource
from mapping.actions.arranging.areas import add_area
from mapping.actions.arranging.neighborhoods import add_neighborhood, add_starter_populations
from mapping.actions.feedback import add_feedback
from mapping.actions.need_parts import add_evidence, add_take, link_resource
from mapping.actions.needs import add_need
from mapping.actions.promises import set_promises
from mapping.actions.relations import add_relation
from mapping.models import Area, Need, Neighborhood, Organization, Population, Resource
from mapping.words.starters import POPULATIONS

SHEETS = Path(__file__).parent / "sheets"
BY = Operator("demo")
RELATIONS = (
    ("Copper Kettle night line", "Warm Hands Medics", "refers_to", 5),
    ("Copper Kettle night line", "Bench & Table Mediators", "refers_to", 4),
    ("Orchard Street Kitchen", "Fridge on Fifth", "works_with", 5),
    ("Saturday Boxes", "Papers Evening", "shares", 4),
    ("Lantern Walkers", "Station Row Door Hosts", "works_with", 3),
    ("Station Row Free Clinic", "Dos Ríos Healing Room", "refers_to", 4),
    ("Millgate Shelter Desk", "Harrow Bend Police", "works_with", 2),
    ("Tanner Flats Tenants' Union", "Millgate Shelter Desk", "tension", None),
)


def seed_if_empty(*, say: Callable[[str], None]) -> bool:
    """Make the demo's data unless there are coalitions already. True if it did."""
    with operator_scope("demo"):
        if _any_coalition():
            return False
    for plan in COALITIONS:
        say(f"Bringing in {plan.name} through the importer …")
        coalition = _open(plan)
        _people(plan, coalition)
        with visiting(coalition.pk, "demo"):
            _ground(plan)
        call_command("import_sheet", str(SHEETS / plan.sheet), coalition=plan.slug, stdout=StringIO())
        with visiting(coalition.pk, "demo"):
            _needs(plan)
            _ties()
    _host()
    return True


def _any_coalition() -> bool:
    from django.db import transaction

    with transaction.atomic():
        return Coalition.objects.exists()


def _open(plan: DemoCoalition) -> Coalition:
    with operator_scope("demo"):
        coalition, issued = open_coalition(
            by=BY,
            name=plan.name,
            slug=plan.slug,
            scale="neighborhood",
            time_zone=plan.time_zone,
            languages=["en", "es"],
        )
    with visiting(coalition.pk, "demo"):
        take_back(issued.invitation, by=BY)
        change_settings(coalition, by=BY, tagline=plan.tagline)
    return coalition


def _people(plan: DemoCoalition, coalition: Coalition) -> None:
    for person in SIGN_INS:
        if person.coalition == plan.slug:
            user = create_account(
                username=person.username, password=person.password, language=person.language, is_demo=True
            )
            with visiting(coalition.pk, "demo"):
                add_member(user=user, role=person.role, called=person.called, by=BY)


def _host() -> None:
    for person in SIGN_INS:
        if not person.coalition:
            user = create_account(username=person.username, password=person.password, is_demo=True)
            User.objects.filter(pk=user.pk).update(is_host=True)


def _ground(plan: DemoCoalition) -> None:
    for _key, english, spanish, tone in plan.areas:
        add_area(by=BY, name={"en": english, "es": spanish}, tone=tone)
    places: dict[str, Neighborhood] = {}
    for name, within, zip_codes in plan.places:
        places[name] = add_neighborhood(by=BY, name=name, parent=places.get(within), zip_codes=list(zip_codes))
    wanted = {need.people for need in plan.needs if need.people}
    add_starter_populations(by=BY, keys=sorted(wanted))


def _needs(plan: DemoCoalition) -> None:
    english = {key: name for key, name, _, _ in plan.areas}
    areas = {area.name["en"]: area for area in Area.objects.all()}
    people = {starter.key: starter.en for starter in POPULATIONS}
    populations = {population.name["en"]: population for population in Population.objects.all()}
    places = {place.name: place for place in Neighborhood.objects.all()}
    resources = {resource.name: resource for resource in Resource.objects.all()}
    for wanted in plan.needs:
        need = add_need(
            by=BY,
            area=areas[english[wanted.area]],
            summary=wanted.summary,
            urgency=wanted.urgency,
            moment=wanted.moment,
            neighborhood=places.get(wanted.place),
            population=populations.get(people.get(wanted.people, "")),
            for_language=wanted.language,
            people_count=wanted.count,
            language=wanted.written_in,
        )
        _details(need, wanted, resources)
    _turned_away(resources)
    _known_well(resources)


def _details(need: Need, wanted: DemoNeed, resources: dict[str, Resource]) -> None:
    for name, coverage in wanted.answers:
        link_resource(need, resource=resources[name], coverage=coverage, by=BY)
    if wanted.said:
        add_evidence(need, by=BY, text=wanted.said, language=wanted.written_in, heard_on=_days_ago(60))
    if wanted.heard:
        words = {"en": "named it at house meetings", "es": "lo dijeron en reuniones de casa"}[wanted.written_in]
        add_evidence(need, by=BY, kind="count", text=words, count=wanted.heard, heard_on=_days_ago(45))
    for kind, text, phase, when, cents in wanted.takes:
        add_take(need, by=BY, kind=kind, text=text, phase=phase, when=when, amount_cents=cents)


def _turned_away(resources: dict[str, Any]) -> None:
    if desk := resources.get("Millgate Shelter Desk"):
        add_feedback(desk, by=BY, kind="could_not", why="No dogs, no couples, fingerprints first.", people_count=6)
    if fridge := resources.get("Fridge on Fifth"):
        add_feedback(fridge, by=BY, kind="relied_on", why="Every morning before the bus.", people_count=14)
        add_feedback(fridge, by=BY, kind="could_not", why="It was empty, twice.", people_count=2)
    if line := resources.get("Copper Kettle night line"):
        add_feedback(line, by=BY, kind="relied_on", why="They stayed until it was light.", people_count=9)


def _known_well(resources: dict[str, Any]) -> None:
    """One resource of which the coalition knows much: said beside lived, why, and from whom."""
    if (line := resources.get("Copper Kettle night line")) is None:
        return
    said = [
        ("brings_police", "stated", "if_asked", "Nobody calls without a yes from the caller.", "policy"),
        ("brings_police", "lived", "if_asked", "Twice last winter a new listener called when a caller went silent. "
         "Since March two people stay on each line.", "lived"),
        ("brings_immigration", "stated", "never", "No name or address is written down.", "policy"),
        ("brings_immigration", "lived", "never", "No report in three years.", "lived"),
        ("brings_family_policing", "stated", "policy", "Two listeners hold licenses and must report. Callers are told first.",
         "staff"),
        ("brings_coerced_care", "lived", "unknown", "One neighbor was driven to a hospital. We do not know who decided.",
         "lived"),
        ("access_languages", "stated", "partly", "Spanish and English always, Mam on Tuesdays.", "staff"),
        ("access_physical", "stated", "partly", "By phone yes. The room has two steps and no ramp.", "seen"),
    ]  # fmt: skip
    answers = [
        ResourceAnswer(question, value, standing, note, known_from, answered_on=_days_ago(30))
        for question, standing, value, note, known_from in said
    ]
    answer_resource(line, by=BY, answers=answers)
    walks = {"part": "The Tuesday and Thursday lines", "runs": "8 pm to midnight", "promised_on": _days_ago(30)}
    set_promises(line, by=BY, rows=[{**walks, "is_public": True, "consent_on": _days_ago(30)}])


def _ties() -> None:
    groups = {group.name: group for group in Organization.objects.all()}
    for source, target, kind, closeness in RELATIONS:
        if source in groups and target in groups:
            add_relation(by=BY, source=groups[source], target=groups[target], kind=kind, closeness=closeness)


def _days_ago(days: int) -> dt.date:
    return timezone.localdate() - dt.timedelta(days=days)
