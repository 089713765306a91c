"""Every way to touch a coalition's table: refused without a scope, and blind to others within one."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, models, transaction
from django.db.models import Count, Exists, OuterRef, Subquery

from ecosystem.accounts.models import Membership, User
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import ScopeError, coalition_scope
from mapping.models import Organization, OrganizationEvent
from tests.ecosystem.tenancy.world import untouched

READS: dict[str, Callable[[], Any]] = {
    "list": lambda: list(Organization.objects.all()),
    "first": lambda: Organization.objects.first(),
    "exists": lambda: Organization.objects.exists(),
    "contains": lambda: Organization.objects.contains(Organization(pk=uuid4())),
    "count": lambda: Organization.objects.count(),
    "exclude": lambda: list(Organization.objects.exclude(name="x")),
    "exclude over a reverse relation": lambda: list(Organization.objects.exclude(contacts__value="x")),
    "values": lambda: list(Organization.objects.values("name")),
    "values_list": lambda: list(Organization.objects.values_list("name", flat=True)),
    "base manager": lambda: list(Organization._base_manager.all()),
    "bare queryset": lambda: list(models.QuerySet(Organization)),
    "in_bulk": lambda: Organization.objects.in_bulk(),
    "iterator": lambda: list(Organization.objects.iterator()),
    "explain": lambda: Organization.objects.all().explain(),
    "aggregate": lambda: Organization.objects.aggregate(n=Count("pk")),
    "annotate": lambda: list(Organization.objects.annotate(n=Count("contacts"))),
    "distinct aggregate": lambda: Organization.objects.values("name").distinct().aggregate(n=Count("name")),
    "dates": lambda: list(Organization.objects.datetimes("created_at", "day")),
    "lock": lambda: list(Organization.objects.select_for_update()),
    "union": lambda: list(Organization.objects.all().union(Organization.objects.filter(name="x"))),
    "intersection": lambda: list(Organization.objects.all().intersection(Organization.objects.all())),
    "select_related": lambda: list(Organization.objects.select_related("parent", "coalition")),
    "prefetch": lambda: list(Organization.objects.prefetch_related("contacts", "programs")),
    "subquery": lambda: list(
        User.objects.annotate(role=Subquery(Membership.objects.filter(user=OuterRef("pk")).values("role")[:1]))
    ),
    "exists in a filter": lambda: list(User.objects.filter(Exists(Membership.objects.filter(user=OuterRef("pk"))))),
    "from a global table": lambda: list(Coalition.objects.filter(pk__in=Organization.objects.values("coalition_id"))),
    "events": lambda: list(OrganizationEvent.objects.all()),
}
WRITES: dict[str, Callable[[], Any]] = {
    "update": lambda: Organization.objects.update(name="taken"),
    "update over a relation": lambda: Organization.objects.filter(contacts__value="x").update(name="taken"),
    "delete": lambda: Organization.objects.all().delete(),
    "raw delete": lambda: Organization.objects.all()._raw_delete("default"),
    "create": lambda: Organization.objects.create(name="x", coalition_id=uuid4()),
    "bulk create": lambda: Organization.objects.bulk_create([Organization(name="x", coalition_id=uuid4())]),
    "bulk update": lambda: Organization.objects.bulk_update([Organization(pk=uuid4(), name="x")], ["name"]),
    "get or create": lambda: Organization.objects.get_or_create(name="x"),
}


@pytest.mark.parametrize("way", [*READS, *WRITES])
def test_refused_without_a_scope(here, way):
    with pytest.raises(ScopeError), transaction.atomic():
        (READS | WRITES)[way]()


@pytest.mark.parametrize("way", READS)
def test_a_scope_reads_nothing_of_others(here, there, way):
    with coalition_scope(here.coalition.pk):
        answer = READS[way]()

    rows = answer if isinstance(answer, list | dict) else [answer]
    assert "south" not in repr([getattr(row, "name", row) for row in rows])


@pytest.mark.parametrize("way", ["update", "update over a relation", "delete"])
def test_a_scope_changes_nothing_of_others(here, there, way):
    with coalition_scope(here.coalition.pk), transaction.atomic():
        WRITES[way]()

    assert untouched(there)


def test_orphans_cannot_be_left_behind(here):
    with pytest.raises(IntegrityError), coalition_scope(here.coalition.pk), transaction.atomic():
        WRITES["raw delete"]()


def test_raw_querysets_see_nothing_without_a_scope(here):
    assert list(Organization.objects.raw("SELECT * FROM mapping_organization")) == []


def test_every_manager_compiles_with_our_guard(db):
    from ecosystem.tenancy.pg.compiler import SQLCompiler

    managers = [
        manager for model in COALITION_TABLES.values() for manager in (model._default_manager, model._base_manager)
    ]
    compilers = [manager.get_queryset().query.get_compiler(connection.alias) for manager in managers]

    assert [type(found) for found in compilers] == [SQLCompiler] * len(managers)


def test_every_statement_names_the_coalition(here, django_assert_num_queries):
    with coalition_scope(here.coalition.pk), django_assert_num_queries(6) as captured:
        list(Organization.objects.order_by("name")[:5])
        here.organization.name = "renamed"
        here.organization.save(update_fields=["name"])
        Organization.objects.update(name="again")
        Organization.objects.count()
        list(Organization.objects.prefetch_related("contacts"))

    statements = [query["sql"] for query in captured.captured_queries if "mapping_" in query["sql"]]
    assert [sql for sql in statements if here.coalition.pk.hex not in sql] == []


def test_joins_carry_the_coalition(here):
    from mapping.models import Contact

    with coalition_scope(here.coalition.pk):
        sql = str(Contact.objects.select_related("organization").query)

    join = sql.split(" JOIN ")[1]
    assert '"mapping_contact"."coalition_id" = ("mapping_organization"."coalition_id")' in join
