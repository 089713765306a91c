"""What the map says today, in the words of an import: to find a row's record and to see what would change."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from ecosystem.imports.names import Profile, address_key, name_key
from ecosystem.imports.targets import Known
from mapping.imports.writing import FLAGS, MOMENT_COLUMNS, OWN, TEXTS
from mapping.models import (
    AccessPart,
    Answer,
    CarceralContact,
    Contact,
    ContactWay,
    Funding,
    OpeningHours,
    Organization,
    Place,
    Precision,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
    Subject,
)
from mapping.queries.places import whole_location

WAYS = {ContactWay.PHONE: "phone", ContactWay.TEXT: "phone", ContactWay.EMAIL: "email", ContactWay.WEB: "web"}


def known() -> Iterator[Known]:
    """Every resource with its group and place, then groups that offer nothing yet."""
    ways = contacts_by_group()
    seen: set[UUID] = set()
    columns = (
        "id", "name", "created_at", "organization_id", "organization__name", "organization__website", "place_id",
        "place__street", "place__zip_code", "place__city", "place__label", "place__latitude", "place__longitude",
    )  # fmt: skip
    for row in Resource.objects.order_by("id").values_list(*columns).iterator(chunk_size=5000):
        seen.add(row[3])
        yield known_resource(row, ways.get(row[3], {}))
    for pk, name, since in Organization.objects.order_by("id").values_list("id", "name", "created_at"):
        if pk not in seen:
            yield Known(
                pk, f"{name_key(name)}|", name, links={"organization": (name_key(name), pk)}, since=since.date()
            )


def place_key(street: str, code: str, city: str, point: list[float] | None) -> str:
    """Where something is, in one word: the same for a row and for a record."""
    if street or code or city or not point:
        return "|".join((address_key(street), code[:5], name_key(city)))
    return f"{point[0]:.3f},{point[1]:.3f}"


def contacts_by_group() -> dict[UUID, dict[str, list[str]]]:
    found: dict[UUID, dict[str, list[str]]] = {}
    for group, way, value in Contact.objects.order_by().values_list("organization_id", "way", "value"):
        if way in WAYS:
            found.setdefault(group, {}).setdefault(WAYS[way], []).append(value)
    return found


def known_resource(row: tuple[Any, ...], ways: dict[str, list[str]]) -> Known:
    pk, name, since, group_id, group, website, place_id, street, code, city, label, latitude, longitude = row
    part = "" if name == group else name_key(name)
    point = [float(latitude), float(longitude)] if latitude is not None else None
    key, where = name_key(group), place_key(street or "", code or "", city or "", point)
    links = {"organization": (key, group_id)}
    if place_id:
        links["place"] = (f"{key}|{where}|{point or ''}|{label or ''}", place_id)
    webs = [website, *ways.get("web", ())] if website else ways.get("web", ())
    profile = Profile.of(
        pk, group, address=street or "", phones=ways.get("phone", ()), webs=webs, zip=code or "", city=city or ""
    )
    return Known(pk, f"{key}|{part or key}|{where}", name, profile, part, links, since.date())


def linked(ids: Sequence[UUID]) -> dict[UUID, dict[str, str]]:
    """Resources that exist, with group and place; groups themselves for rows that are nothing else."""
    found: dict[UUID, dict[str, str]] = {}
    for pk, group, place in Resource.objects.filter(pk__in=ids).values_list("id", "organization_id", "place_id"):
        found[pk] = {"organization": str(group)} | ({"place": str(place)} if place else {})
    places = [UUID(links["place"]) for links in found.values() if "place" in links]
    users: dict[UUID, int] = defaultdict(int)
    for place in Resource.objects.filter(place_id__in=places).order_by().values_list("place_id", flat=True):
        users[place] += 1
    for links in found.values():
        if "place" in links and users[UUID(links["place"])] > 1:
            links["place_shared"] = "1"
    rest = [pk for pk in ids if pk not in found]
    for pk in Organization.objects.filter(pk__in=rest).values_list("id", flat=True):
        found[pk] = {"organization": str(pk), "bare": "1"}
    return found


def current(ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
    """The same values as a row has after cleaning. One query for each kind of child, however many records."""
    resources = {
        r.pk: r for r in Resource.objects.filter(pk__in=ids).select_related("organization", "place__neighborhood")
    }
    found = {pk: resource_values(resource) for pk, resource in resources.items()}
    for pk, values in found.items():
        values |= group_values(resources[pk].organization)
        if place := resources[pk].place:
            values |= place_values(place)
    bare = {g.pk: g for g in Organization.objects.filter(pk__in=[pk for pk in ids if pk not in resources])}
    found |= {pk: group_values(group) for pk, group in bare.items()}
    groups = {pk: resource.organization_id for pk, resource in resources.items()} | {pk: pk for pk in bare}
    add_contacts(found, groups)
    add_lists(found, list(resources))
    add_answers(found, groups)
    return found


def resource_values(resource: Resource) -> dict[str, Any]:
    found: dict[str, Any] = {"resource": resource.name}
    for key in TEXTS:
        value = getattr(resource, key)
        if value:
            found[key] = value.isoformat() if hasattr(value, "isoformat") else value
    found |= {flag: getattr(resource, flag) for flag in FLAGS}
    found["moment"] = [moment.value for moment, column in MOMENT_COLUMNS.items() if getattr(resource, column)]
    found["hours"] = {
        "prose": resource.hours_note,
        "weekly": [],
        "marks": ["always"] if resource.is_always_open else [],
    }
    return found


def group_values(group: Organization) -> dict[str, Any]:
    found = {"name": group.name, "kind": group.kind, "description": group.description, "values": group.values}
    return {**found, "web": [group.website] if group.website else [], "phone": [], "email": []}


def place_values(place: Place) -> dict[str, Any]:
    location = whole_location(place)
    point = [float(location.point.latitude), float(location.point.longitude)] if location.point else None
    return {
        "place_label": location.label,
        "address": location.street,
        "city": location.city,
        "state": location.state,
        "zip": location.zip_code,
        "neighborhood": place.neighborhood.name_key if place.neighborhood else None,
        "point": point,
        "place_note": location.note,
        "precision": place.precision or Precision.EXACT,
    }


def add_contacts(found: dict[UUID, dict[str, Any]], groups: dict[UUID, UUID]) -> None:
    ways: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    rows = Contact.objects.filter(organization_id__in=set(groups.values())).order_by("position", "id")
    for group, way, value, role in rows.values_list("organization_id", "way", "value", "role"):
        if way in WAYS:
            ways[group].append((WAYS[way], value, role))
    for pk, values in found.items():
        for field, value, role in ways.get(groups[pk], ()):
            values[field].append(value)
            if role:
                values["role"] = role


def add_lists(found: dict[UUID, dict[str, Any]], ids: list[UUID]) -> None:
    lists = (
        ("area", ResourceArea.objects, "area__name_key"),
        ("languages", ResourceLanguage.objects, "language"),
        ("populations", ResourcePopulation.objects, "population__name_key"),
        ("reach", ResourceReach.objects, "neighborhood__name_key"),
        ("funding", Funding.objects, "kind"),
    )
    for field, rows, column in lists:
        for pk, value in rows.filter(resource_id__in=ids).order_by(column).values_list("resource_id", column):
            found[pk].setdefault(field, []).append(value)
    hours = OpeningHours.objects.filter(resource_id__in=ids).order_by("weekday", "opens_at")
    for pk, day, opens, closes in hours.values_list("resource_id", "weekday", "opens_at", "closes_at"):
        found[pk]["hours"]["weekly"].append([day, f"{opens:%H:%M}", f"{closes:%H:%M}"])


def add_answers(found: dict[UUID, dict[str, Any]], groups: dict[UUID, UUID]) -> None:
    of_group: dict[UUID, list[UUID]] = defaultdict(list)
    for pk, group in groups.items():
        of_group[group].append(pk)
    columns = ("resource_id", "organization_id", "question", "standing", "value", "note")
    rows = Answer.objects.filter(resource_id__in=list(found)).values_list(*columns)
    more = Answer.objects.filter(organization_id__in=list(of_group)).values_list(*columns)
    for resource, group, question, standing, value, note in [*rows, *more]:
        for pk in [resource] if resource else of_group[group]:
            if question in AccessPart.values:
                found[pk][question] = {"value": value, "note": note}
            elif question in CarceralContact.values:
                found[pk][question if standing == "stated" else f"{question}_lived"] = value
            else:
                for prefix in OWN[Subject.RESOURCE if resource else Subject.ORGANIZATION]:
                    found[pk][prefix + question] = {"value": value, "note": note}
