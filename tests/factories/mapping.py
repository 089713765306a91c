"""Rows of the map for tests. They need an open scope, as all rows of a coalition do."""

import datetime as dt
from typing import Any

import factory
from django.utils import timezone

from ecosystem.imports.folding import folded
from mapping.models import (
    Area,
    Need,
    NeedMatch,
    Neighborhood,
    Organization,
    Population,
    Resource,
    ResourceArea,
    ResourceLanguage,
    ResourcePopulation,
    ResourceReach,
)


class AreaFactory(factory.django.DjangoModelFactory[Area]):
    class Meta:
        model = Area

    name = factory.Sequence(lambda n: {"en": f"Area {n}", "es": f"Área {n}"})
    name_key = factory.LazyAttribute(lambda row: folded(row.name.get("en") or row.name.get("es", "")))
    position = factory.Sequence(lambda n: n)


class NeighborhoodFactory(factory.django.DjangoModelFactory[Neighborhood]):
    class Meta:
        model = Neighborhood

    name = factory.Sequence(lambda n: f"Quarter {n}")
    name_key = factory.LazyAttribute(lambda row: folded(row.name))


class PopulationFactory(factory.django.DjangoModelFactory[Population]):
    class Meta:
        model = Population

    name = factory.Sequence(lambda n: {"en": f"Neighbors {n}", "es": f"Vecinos {n}"})
    name_key = factory.LazyAttribute(lambda row: folded(row.name["en"]))


class OrganizationFactory(factory.django.DjangoModelFactory[Organization]):
    class Meta:
        model = Organization

    name = factory.Sequence(lambda n: f"Group {n}")
    name_key = factory.LazyAttribute(lambda row: folded(row.name))


class ResourceFactory(factory.django.DjangoModelFactory[Resource]):
    """Open, checked today, for everybody everywhere, unless said."""

    class Meta:
        model = Resource
        skip_postgeneration_save = True

    organization = factory.SubFactory(OrganizationFactory)
    name = factory.Sequence(lambda n: f"Resource {n}")
    name_key = factory.LazyAttribute(lambda row: folded(row.name))
    reaches_everywhere = True
    serves_everyone = True
    verified_on = factory.LazyFunction(lambda: timezone.localdate() - dt.timedelta(days=1))

    @factory.post_generation
    def areas(row: Resource, create: bool, areas: Any, **_: Any) -> None:  # noqa: N805 (factory_boy's way)
        for area in areas or ():
            ResourceArea.objects.create(resource=row, area=area)

    @factory.post_generation
    def reach(row: Resource, create: bool, places: Any, **_: Any) -> None:  # noqa: N805 (factory_boy's way)
        for place in places or ():
            ResourceReach.objects.create(resource=row, neighborhood=place)

    @factory.post_generation
    def populations(row: Resource, create: bool, people: Any, **_: Any) -> None:  # noqa: N805 (factory_boy's way)
        for population in people or ():
            ResourcePopulation.objects.create(resource=row, population=population)

    @factory.post_generation
    def languages(row: Resource, create: bool, tags: Any, **_: Any) -> None:  # noqa: N805 (factory_boy's way)
        for tag in tags or ():
            ResourceLanguage.objects.create(resource=row, language=tag)


class NeedFactory(factory.django.DjangoModelFactory[Need]):
    class Meta:
        model = Need

    area = factory.SubFactory(AreaFactory)
    summary = factory.Sequence(lambda n: f"Need {n}")
    summary_key = factory.LazyAttribute(lambda row: folded(row.summary))


class MatchFactory(factory.django.DjangoModelFactory[NeedMatch]):
    """Links as a whole, unless said."""

    class Meta:
        model = NeedMatch

    need = factory.SubFactory(NeedFactory)
    resource = factory.SubFactory(ResourceFactory)
    coverage = "whole"
