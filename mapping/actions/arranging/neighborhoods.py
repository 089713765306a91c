"""Where and for whom: neighborhoods within one another, and populations."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.imports.folding import folded
from mapping.actions.keeping.versions import locked, overwrite
from mapping.geo.zips import zip_point
from mapping.models import Neighborhood, Population
from mapping.words.names import KEY_LENGTH, text_key
from mapping.words.starters import POPULATIONS

SIX_PLACES = Decimal("0.000001")


class InUseError(Exception):
    """Something still points here, so that it cannot be taken away."""


def centroid(zip_codes: Iterable[str]) -> tuple[Decimal | None, Decimal | None]:
    """The middle of the ZIP codes, or nothing where none of them is known."""
    points = [point for code in zip_codes if (point := zip_point(code))]
    if not points:
        return None, None
    middle = (sum(p.latitude for p in points) / len(points), sum(p.longitude for p in points) / len(points))
    return Decimal(middle[0]).quantize(SIX_PLACES), Decimal(middle[1]).quantize(SIX_PLACES)


@transaction.atomic
def add_neighborhood(
    *, by: Actor, name: str, parent: Neighborhood | None = None, zip_codes: list[str] | None = None
) -> Neighborhood:
    """Name a part of the place. Its fixed middle comes from its ZIP codes, without asking another site."""
    latitude, longitude = centroid(zip_codes or [])
    return Neighborhood.objects.create(
        name=name,
        name_key=folded(name)[:KEY_LENGTH],
        parent=parent,
        zip_codes=zip_codes or [],
        latitude=latitude,
        longitude=longitude,
    )


@transaction.atomic
def edit_neighborhood(
    neighborhood: Neighborhood,
    *,
    by: Actor,
    name: str,
    parent: Neighborhood | None = None,
    zip_codes: list[str] | None = None,
    version: int | None = None,
) -> Neighborhood:
    """Rename, put elsewhere, or give other ZIP codes; other codes move its middle.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(neighborhood, version=version)
    named = {"name": name, "name_key": folded(name)[:KEY_LENGTH], "parent": parent}
    values: dict[str, Any] = {**named, "zip_codes": zip_codes or []}
    if values["zip_codes"] != now.zip_codes:
        values["latitude"], values["longitude"] = centroid(zip_codes or [])
    overwrite(now, values)
    return now


@transaction.atomic
def remove_neighborhood(neighborhood: Neighborhood, *, by: Actor) -> None:
    """Take away a neighborhood that nothing is in.

    Raises:
        InUseError: a need, a resource, a place or a smaller neighborhood is in it.
    """
    uses = (neighborhood.needs, neighborhood.reached_by, neighborhood.places, neighborhood.parts)
    if any(use.exists() for use in uses):
        raise InUseError
    neighborhood.delete()


@transaction.atomic
def add_population(*, by: Actor, name: dict[str, str]) -> Population:
    """Name people for whom a need is stated or a resource is made."""
    return Population.objects.create(name=name, name_key=text_key(name))


@transaction.atomic
def add_starter_populations(*, by: Actor, keys: Iterable[str]) -> list[Population]:
    """Begin with some of the starters. Those already here are left as they are."""
    chosen, here = set(keys), set(Population.objects.values_list("name_key", flat=True))
    wanted = [starter for starter in POPULATIONS if starter.key in chosen and text_key(starter.name) not in here]
    return Population.objects.bulk_create(Population(name=s.name, name_key=text_key(s.name)) for s in wanted)


@transaction.atomic
def edit_population(
    population: Population, *, by: Actor, name: dict[str, str], version: int | None = None
) -> Population:
    """Say it in other words.

    Raises:
        ChangedMeanwhileError: somebody else changed it since `version`.
    """
    now = locked(population, version=version)
    overwrite(now, {"name": name, "name_key": text_key(name)})
    return now


@transaction.atomic
def remove_population(population: Population, *, by: Actor) -> None:
    """Take away a population that nothing speaks of.

    Raises:
        InUseError: a need or a resource speaks of it.
    """
    if population.needs.exists() or population.served_by.exists():
        raise InUseError
    population.delete()
