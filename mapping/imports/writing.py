"""From a row's values to rows of the map's tables. Every column here goes through the same functions as the forms' do."""

from typing import Any
from uuid import UUID

from ecosystem.tenancy.models import uuid7
from mapping.actions.organizations import name_key
from mapping.actions.places import place_columns
from mapping.geo.location import Location
from mapping.geo.zips import Point
from mapping.models import (
    AccessPart,
    Area,
    CarceralContact,
    ContactWay,
    KnownFrom,
    Moment,
    Neighborhood,
    Population,
    Precision,
    Standing,
    Subject,
    Tone,
)

FLAGS = ("is_on_call", "is_mobile", "is_always_open", "reaches_everywhere", "serves_everyone")
MOMENT_COLUMNS = {
    Moment.BASIC_NEEDS: "meets_basic_needs",
    Moment.PREVENTS: "prevents",
    Moment.INTERRUPTS: "interrupts",
    Moment.HEALS: "heals",
    Moment.CHANGES: "changes_conditions",
}
TEXTS = (
    "offers", "season_note", "who_may_use", "run_by", "values_practiced", "who_could_change", "how_to_change", "deciders",
    "data_collected", "data_shared_with", "data_kept_for", "verified_on", "verified_how", "review_on", "source", "status",
)  # fmt: skip
RESOURCE_COLUMNS = (
    "name", "name_key", *TEXTS, "hours_note", *FLAGS, *MOMENT_COLUMNS.values(), "language",
)  # fmt: skip
PLACE_FIELDS = ("address", "city", "state", "zip", "neighborhood", "point", "place_label", "place_note", "precision")
LISTED = {"area": ("areas", "area_id"), "populations": ("populations", "population_id"), "reach": ("reach", "neighborhood_id"),
          "languages": ("languages", "language")}  # fmt: skip
WAYS = {"phone": ContactWay.PHONE, "email": ContactWay.EMAIL, "web": ContactWay.WEB}
HOURS_NOTE = 500
BARE = ("organization", "contacts", "group_answers")
# The coalition's own questions, by what they are asked about: the prefix of a short answer's field, and of words.
OWN = {Subject.RESOURCE: ("q_", "qt_"), Subject.ORGANIZATION: ("g_", "gt_")}
OWN_PREFIXES = tuple(prefix for pair in OWN.values() for prefix in pair)


# An enum's value costs a call; these are asked for in every row.
STATED, LIVED = Standing.STATED.value, Standing.LIVED.value
LIVED_FROM, SHEET_FROM = KnownFrom.LIVED.value, KnownFrom.SHEET.value
ACCESS_KEYS = tuple(part.value for part in AccessPart)
CONTACT_KEYS = tuple(
    (contact.value, standing, key)
    for contact in CarceralContact
    for standing, key in ((STATED, contact.value), (LIVED, f"{contact.value}_lived"))
)


def has_place(values: dict[str, Any]) -> bool:
    return any(key in values for key in PLACE_FIELDS if key != "precision")


def writes(values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
    """All parts of one row; nothing for parts that it does not speak of."""
    found: dict[str, Any] = {}
    put(found, "organization", organization(values, is_new=current is None))
    if has_place(values) or (current and "precision" in values):
        found["place"] = place(values, ids, current or {})
    if not ids.get("bare"):
        put(found, "resource", resource(values, current))
    put(found, "contacts", contacts(values))
    for field, (table, column) in LISTED.items():
        if field in values:
            found[table] = [{column: value} for value in values[field]]
    if (hours := values.get("hours")) is not None:
        found["hours"] = openings(hours)
    put(found, "funding", funding(values))
    put(found, "answers", answers(values, current or {}))
    put(found, "group_answers", answers(values, current or {}, subject=Subject.ORGANIZATION))
    return found if not ids.get("bare") else {key: found[key] for key in BARE if key in found}


def put(found: dict[str, Any], key: str, value: Any) -> None:
    if value:
        found[key] = value


def organization(values: dict[str, Any], *, is_new: bool) -> dict[str, Any]:
    found: dict[str, Any] = {key: values[key] for key in ("kind", "description", "values") if key in values}
    if "name" in values:
        found |= {"name": values["name"], "name_key": name_key(values["name"])}
    if webs := values.get("web"):
        found["website"] = webs[0][:300]
    if is_new and "source" in values:
        found["source"] = values["source"]
    return found


def place(values: dict[str, Any], ids: dict[str, Any], current: dict[str, Any]) -> dict[str, Any]:
    """The whole place anew: what a reduced one may show depends on all of it."""
    if not ids.get("place") or ids.pop("place_shared", ""):
        ids["place"] = str(uuid7())
    whole = {key: values.get(key, current.get(key)) for key in PLACE_FIELDS}
    point = whole["point"]
    location = Location(
        label=whole["place_label"] or "",
        street=whole["address"] or "",
        city=whole["city"] or "",
        state=whole["state"] or "",
        zip_code=whole["zip"] or "",
        point=Point(point[0], point[1]) if point else None,
        note=whole["place_note"] or "",
    )
    precision = whole["precision"] or Precision.EXACT
    columns = place_columns(UUID(ids["place"]), location, precision)
    sealed = columns.pop("sealed")
    if sealed is not None:
        columns["sealed"] = f"\\x{bytes(sealed).hex()}"
    names_neighborhood = precision in {Precision.EXACT, Precision.STREET, Precision.NEIGHBORHOOD}
    columns["neighborhood_id"] = whole["neighborhood"] if names_neighborhood else None
    return {key: value for key, value in columns.items() if value is not None}


def resource(values: dict[str, Any], current: dict[str, Any] | None) -> dict[str, Any]:
    found: dict[str, Any] = {key: values[key] for key in (*TEXTS, *FLAGS) if key in values}
    name = resource_name(values, current)
    if name:
        found |= {"name": name, "name_key": name_key(name)}
    if "moment" in values:
        found |= {column: moment.value in values["moment"] for moment, column in MOMENT_COLUMNS.items()}
    if hours := values.get("hours"):
        found["hours_note"] = hours["prose"][:HOURS_NOTE]
        found |= {"is_always_open": True} if "always" in hours["marks"] else {}
        found |= {"is_on_call": True} if "on_call" in hours["marks"] else {}
    return found


def resource_name(values: dict[str, Any], current: dict[str, Any] | None) -> str:
    """Its own, else the group's; a group that is renamed takes along a resource of the same name."""
    if "resource" in values:
        return str(values["resource"])
    if "name" not in values:
        return ""
    if current is None or current.get("resource") in (None, current.get("name")):
        return str(values["name"])
    return ""


def contacts(values: dict[str, Any]) -> list[dict[str, Any]]:
    """The first web address is the group's site; the others are further ways to reach it."""
    found: list[dict[str, Any]] = []
    for field, way in WAYS.items():
        for value in values.get(field, ())[1 if field == "web" else 0 :]:
            role = values.get("role", "") if field != "web" else ""
            found.append({"way": way.value, "value": value[:200], "role": role, "position": len(found)})
    return found


def openings(hours: dict[str, Any]) -> list[dict[str, Any]]:
    if "always" in hours["marks"]:
        return []
    return [{"weekday": day, "opens_at": opens, "closes_at": closes} for day, opens, closes in hours["weekly"]]


def funding(values: dict[str, Any]) -> list[dict[str, Any]]:
    note, strings = values.get("funding_note", ""), values.get("strings", "")
    return [{"kind": kind, "note": note, "strings": strings} for kind in values.get("funding", ())]


def answers(
    values: dict[str, Any], current: dict[str, Any], *, subject: str = Subject.RESOURCE
) -> list[dict[str, Any]]:
    """Access, contacts with police and the like, and the coalition's own questions. A note that was there stays."""
    found = []
    if subject == Subject.RESOURCE:
        for part in ACCESS_KEYS:
            if answer := values.get(part):
                note = answer["note"] or (current.get(part) or {}).get("note", "")
                found.append(line(part, STATED, answer["value"], note))
        for contact, standing, key in CONTACT_KEYS:
            if likelihood := values.get(key):
                found.append(line(contact, standing, likelihood, ""))
    own, words = OWN[Subject(subject)]
    for key, value in values.items():
        if key.startswith(own):
            found.append(own_line(key.removeprefix(own), value))
        elif key.startswith(words):
            found.append(line(key.removeprefix(words), STATED, "", str(value)))
    return found


def line(question: str, standing: str, value: str, note: str) -> dict[str, Any]:
    known_from = LIVED_FROM if standing == LIVED else SHEET_FROM
    return {"question": question, "standing": standing, "value": value, "note": note, "known_from": known_from}


def own_line(question: str, value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return line(question, STATED, value["value"], value["note"])
    if isinstance(value, list):
        return line(question, STATED, "|".join(value)[:300], "")
    return line(question, STATED, str(value)[:300], "")


def make_lists(created: dict[str, dict[str, str]]) -> None:
    """Areas, neighborhoods and populations that rows name and the coalition does not have yet."""
    tones = list(Tone.values)
    names = created.get("areas", {})
    there = set(Area.objects.values_list("name_key", flat=True))
    Area.objects.bulk_create(
        Area(name={"en": label}, name_key=key, position=len(there) + place, tone=tones[place % len(tones)])
        for place, (key, label) in enumerate(names.items())
        if key not in there
    )
    missing = set(created.get("neighborhoods", {})) - set(Neighborhood.objects.values_list("name_key", flat=True))
    Neighborhood.objects.bulk_create(
        Neighborhood(name=created["neighborhoods"][key], name_key=key) for key in sorted(missing)
    )
    missing = set(created.get("populations", {})) - set(Population.objects.values_list("name_key", flat=True))
    Population.objects.bulk_create(
        Population(name={"en": created["populations"][key]}, name_key=key) for key in sorted(missing)
    )
