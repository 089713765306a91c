"""Groups with their resources: one row is one group with one resource; several rows of a group make several."""

# ruff: noqa: E501 (lists of words and tables, a line each)

from collections.abc import Callable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from ecosystem.imports import targets
from ecosystem.imports.names import Profile, name_key
from ecosystem.imports.targets import CellField, Draft, Known, Table
from ecosystem.imports.values import Choices, clean_cell, clean_coordinates
from mapping.imports import lists, reading, showing, writing
from mapping.imports.columns import group_fields
from mapping.imports.reading import place_key
from mapping.models import (
    Answer,
    Area,
    CarceralContact,
    Contact,
    Funding,
    FundingKind,
    Likelihood,
    Moment,
    Neighborhood,
    OpeningHours,
    Organization,
    OrganizationKind,
    Place,
    Population,
    Precision,
    Question,
    QuestionKind,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
    ResourceStatus,
    Subject,
)

KIND_OF = {QuestionKind.TEXT: "text", QuestionKind.EXTENT: "answer", QuestionKind.CHOICE: "choice",
           QuestionKind.CHOICES: "choices", QuestionKind.NUMBER: "number", QuestionKind.DATE: "date"}  # fmt: skip
LISTS: dict[str, Any] = {
    "area": lists.areas, "populations": lists.populations, "reach": lists.neighborhoods, "neighborhood": lists.neighborhoods,
}  # fmt: skip
FIXED: dict[str, Any] = {
    "moment": Moment, "kind": OrganizationKind, "status": ResourceStatus, "precision": Precision, "funding": FundingKind,
}  # fmt: skip
BELOW = {"resource_id": "resource"}
NAME_MISSING = {"code": "name_missing", "params": {}, "column": -1, "text": "", "warning": False}


def own_questions() -> list[Question]:
    asked = Question.objects.filter(retired_at=None, subject__in=[Subject.RESOURCE, Subject.ORGANIZATION])
    return list(asked.order_by("position", "key"))


class GroupTarget(targets.Target):
    """The main import. See columns.py for its columns."""

    key = "groups"
    label = _("Groups and what they offer")
    hint = _("One row for each thing that a group offers.")
    record = "resource"
    strict = {"resource": 88, "kind": 95, "place_label": 88, "description": 90, "values": 90, "role": 90, "status": 85}
    worded = frozenset({"name", "resource", "place_label"})

    def fields(self) -> dict[str, CellField]:
        found = group_fields()
        for question in own_questions():
            field = CellField(
                str(question),
                [*question.text.values(), question.key],
                kind=KIND_OF[QuestionKind(question.kind)],
                part=_("Our own questions"),
            )
            field.key = writing.OWN[Subject(question.subject)][question.kind == QuestionKind.TEXT] + question.key
            found[field.key] = field
        return found

    def name_fields(self) -> tuple[str, ...]:
        return ("name", "resource")

    def tables(self) -> Sequence[Table]:
        return TABLES

    def choices(self, field: CellField) -> Choices | None:
        if field.key in LISTS:
            return LISTS[field.key]()  # type: ignore[no-any-return] # each gives Choices
        if field.key in FIXED:
            return lists.listed(FIXED[field.key])
        if field.key.removesuffix("_lived") in CarceralContact.values:
            return lists.listed(Likelihood)
        if field.key.startswith(writing.OWN_PREFIXES) and field.kind in {"choice", "choices"}:
            question = Question.objects.filter(key=field.key.split("_", 1)[1]).first()
            return lists.options(question) if question else None
        return None

    def assemble(self, cells: dict[str, Any], problems: dict[str, Any]) -> Draft:
        values = dict(cells)
        named(values, problems)
        located(values, problems)
        moved(values, problems)
        for flag in writing.FLAGS:
            if flag in values and (answer := values.pop(flag))["value"] in {"yes", "partly", "no"}:
                values[flag] = answer["value"] != "no"
        own_id = values.pop("source_key", "")
        return self.compared(values, problems, own_id)

    def compared(self, values: dict[str, Any], problems: dict[str, Any], own_id: str) -> Draft:
        name, part = values.get("name", ""), values.get("resource", "")
        group = name_key(name)
        where = place_key(values.get("address", ""), values.get("zip", ""), values.get("city", ""), values.get("point"))
        bare = values.get("kind") == OrganizationKind.STATE_BODY
        links = {"organization": group}
        if not bare and writing.has_place(values):
            links["place"] = f"{group}|{where}|{values.get('point', '')}|{values.get('place_label', '')}"
        return Draft(
            values,
            problems,
            label=part or name,
            key=f"{group}|" if bare else f"{group}|{name_key(part) or group}|{where}",
            own_id=own_id,
            part=name_key(part),
            profile=profile(object(), name, part, values),
            links=links,
            bare=bare,
        )

    def known(self) -> Iterator[Known]:
        return reading.known()

    def current(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        return reading.current(ids)

    def linked(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
        return reading.linked(ids)

    def remembered(self, key: str, before: dict[str, Any]) -> Any:
        return showing.remembered(key, before)

    def is_equal(self, key: str, before: Any, after: Any) -> bool:
        return showing.is_equal(key, before, after)

    def joined(self, key: str, before: Any, after: Any) -> Any:
        both, field = showing.joined(key, before, after), group_fields().get(key)
        if not isinstance(both, str) or field is None or field.kind != "line":
            return both
        line = "; ".join(both.splitlines())  # what stands in one line comes back from an export in one line
        return line if len(line) <= field.limit else before

    def writes(self, values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
        return writing.writes(values, ids, current)

    def shown(self, key: str, value: Any) -> str:
        return showing.shown(key, value)

    def shower(self) -> Callable[[str, Any], str]:
        names = lists.own_names()
        return lambda key, value: showing.shown(key, value, names)

    def makes(self, created: dict[str, dict[str, str]]) -> None:
        writing.make_lists(created)


def named(values: dict[str, Any], problems: dict[str, Any]) -> None:
    """A group or a resource has to be named; one name does for both."""
    if not values.get("name") and (name := values.pop("resource", "")):
        values["name"] = name
    if not values.get("name") and not ({"name", "resource"} & problems.keys()):
        problems["name"] = dict(NAME_MISSING)
    if values.get("resource") == values.get("name"):
        values.pop("resource", None)


def moved(values: dict[str, Any], problems: dict[str, Any]) -> None:
    """Remarks that are too long for their place go to where there is room; no word is lost."""
    for key in ("place_note", "season_note"):
        if problems.get(key, {}).get("code") == "too_long":
            values["offers"] = "\n".join(part for part in (values.get("offers", ""), values.pop(key)) if part)
            problems[key] |= {"code": "moved_to_offers", "warning": True}
    hours = values.get("hours")
    if hours and len(hours["prose"]) > writing.HOURS_NOTE:
        prose, _problem = clean_cell("text", hours["prose"])  # as the remark is read when its export comes back
        if prose not in values.get("offers", ""):
            values["offers"] = "\n".join(part for part in (values.get("offers", ""), prose) if part)


def located(values: dict[str, Any], problems: dict[str, Any]) -> None:
    """Street with its suite, and one point out of whatever told it."""
    if suite := values.pop("address_2", ""):
        values["address"] = ", ".join(part for part in (values.get("address", ""), suite) if part)[:200]
    latitude, longitude = values.pop("latitude", ""), values.pop("longitude", "")
    if point := values.pop("coordinates", None):
        values["point"] = point
    elif latitude or longitude:
        found, problem = clean_coordinates(latitude, longitude)
        if found:
            values["point"] = [round(found.latitude, 6), round(found.longitude, 6)]
        if problem:
            text = f"{latitude} {longitude}".strip()
            told = {"code": problem.code, "params": {}, "column": -1, "text": text, "warning": problem.is_warning}
            problems["latitude" if latitude or not longitude else "longitude"] = told


def point_word(values: dict[str, Any]) -> str:
    """Where nothing but a point is known, the point is the address."""
    point = values.get("point")
    return f"point{point[0]:.3f}x{point[1]:.3f}".replace(".", "") if point and not values.get("zip") else ""


def profile(ref: Any, name: str, part: str, values: dict[str, Any]) -> Profile:
    return Profile.of(
        ref,
        name,
        address=values.get("address", "") or point_word(values),
        phones=values.get("phone", ()),
        webs=values.get("web", ()),
        zip=values.get("zip", ""),
        city=values.get("city", ""),
    )


TABLES = (
    Table("organization", Organization, ("name", "name_key", "kind", "description", "language", "values", "website", "source")),
    Table(
        "place",
        Place,
        ("label", "precision", "street", "city", "state", "zip_code", "neighborhood_id", "latitude", "longitude", "note", "sealed"),
        parents={"organization_id": "organization"},
        lookups={"neighborhood_id": (Neighborhood, "name_key")},
    ),
    Table("resource", Resource, writing.RESOURCE_COLUMNS, parents={"organization_id": "organization", "place_id": "place"}),
    Table("contacts", Contact, ("way", "value", "role", "position"), parents={"organization_id": "organization"}, match=("way", "value")),
    Table("areas", ResourceArea, ("area_id",), parents=BELOW, match=("area_id",), replaces=True, lookups={"area_id": (Area, "name_key")}),
    Table("languages", ResourceLanguage, ("language",), parents=BELOW, match=("language",), replaces=True),
    Table("populations", ResourcePopulation, ("population_id",), parents=BELOW, match=("population_id",), replaces=True, lookups={"population_id": (Population, "name_key")}),
    Table("reach", ResourceReach, ("neighborhood_id",), parents=BELOW, match=("neighborhood_id",), replaces=True, lookups={"neighborhood_id": (Neighborhood, "name_key")}),
    Table("hours", OpeningHours, ("weekday", "opens_at", "closes_at"), parents=BELOW, match=("weekday", "opens_at"), replaces=True),
    Table("funding", Funding, ("kind", "note", "strings"), parents=BELOW, match=("kind",)),
    Table("answers", Answer, ("question", "standing", "value", "note", "known_from"), parents=BELOW, match=("question", "standing")),
    Table("group_answers", Answer, ("question", "standing", "value", "note", "known_from"), parents={"organization_id": "organization"}, match=("question", "standing")),
)  # fmt: skip
