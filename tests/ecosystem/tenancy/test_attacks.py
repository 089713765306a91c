"""Somebody inside one coalition tries to read, change or point at another. Each attempt must come back empty."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, models, transaction

from ecosystem.accounts.models import DirectoryEntry
from ecosystem.tenancy.models import Coalition
from ecosystem.tenancy.scope import ScopeError, coalition_scope, user_scope
from mapping.models import Contact, Organization, OrganizationEvent
from tests.ecosystem.tenancy.world import Side, untouched


def sql(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def save_over(there: Side) -> None:
    Organization(pk=there.organization.pk, coalition_id=there.coalition.pk, name="taken").save(force_update=True)


def save_instance(there: Side) -> None:
    there.organization.name = "taken"
    there.organization.save()


def upsert(there: Side) -> Any:
    row = Organization(pk=there.organization.pk, coalition_id=there.coalition.pk, name="taken")
    return Organization.objects.bulk_create(
        [row], update_conflicts=True, unique_fields=["coalition", "id"], update_fields=["name"]
    )


ATTACKS: dict[str, Callable[[Side, Side], Any]] = {
    "base manager": lambda here, there: list(Organization._base_manager.filter(name="secret of south")),
    "bare queryset": lambda here, there: list(models.QuerySet(Organization).filter(pk=there.organization.pk)),
    "raw SQL": lambda here, there: sql("SELECT * FROM mapping_organization WHERE name = 'secret of south'"),
    "raw SQL over history": lambda here, there: sql(
        "SELECT * FROM mapping_organizationevent WHERE coalition_id = %s", there.coalition.pk
    ),
    "raw update": lambda here, there: sql(
        "UPDATE mapping_organization SET name = 'x' WHERE id = %s", there.organization.pk
    ),
    "raw delete": lambda here, there: sql("DELETE FROM mapping_contact WHERE id = %s", there.contact.pk),
    "raw insert": lambda here, there: sql(
        "INSERT INTO mapping_contact (id, coalition_id, organization_id, way, value, role, note, is_public, position) "
        "VALUES (%s, %s, %s, 'phone', 'planted', '', '', false, 0)",
        uuid4(),
        there.coalition.pk,
        there.organization.pk,
    ),
    "moving rows over": lambda here, there: sql(
        "UPDATE mapping_organization SET coalition_id = %s", there.coalition.pk
    ),
    "save over": lambda here, there: save_over(there),
    "save an instance": lambda here, there: save_instance(there),
    "point at their row": lambda here, there: Contact.objects.create(
        organization_id=there.organization.pk, value="spy"
    ),
    "point by raw SQL": lambda here, there: sql(
        "UPDATE mapping_contact SET organization_id = %s", there.organization.pk
    ),
    "create there": lambda here, there: Organization.objects.create(coalition_id=there.coalition.pk, name="planted"),
    "bulk create there": lambda here, there: Organization.objects.bulk_create(
        [Organization(coalition_id=there.coalition.pk, name="planted")]
    ),
    "bulk update": lambda here, there: Organization.objects.bulk_update(
        [Organization(pk=there.organization.pk, coalition_id=there.coalition.pk, name="taken")], ["name"]
    ),
    "upsert": lambda here, there: upsert(there),
    "refresh": lambda here, there: Organization(pk=there.organization.pk).refresh_from_db() or True,
    "delete an instance": lambda here, there: there.organization.delete()[0],
    "move by update": lambda here, there: Organization.objects.update(coalition_id=there.coalition.pk),
    "follow a key": lambda here, there: (
        Contact(organization_id=there.organization.pk, coalition_id=here.coalition.pk).organization
    ),
    "follow a reverse key": lambda here, there: list(there.organization.contacts.all()),
    "raw queryset": lambda here, there: list(
        Organization.objects.raw("SELECT * FROM mapping_organization WHERE id = %s", [there.organization.pk])
    ),
    "union": lambda here, there: list(
        Organization.objects.filter(pk=there.organization.pk).union(Organization.objects.filter(name="secret of south"))
    ),
    "subquery of a global table": lambda here, there: list(
        Coalition.objects.filter(
            pk__in=models.QuerySet(Organization).filter(name="secret of south").values("coalition_id")
        )
    ),
    "the other coalition itself": lambda here, there: list(Coalition.objects.filter(slug="south")),
    "the directory": lambda here, there: list(DirectoryEntry.objects.filter(slug="south")),
    "history": lambda here, there: list(OrganizationEvent.objects.filter(pgh_obj_id=there.organization.pk)),
}
EMPTY = (None, False, 0, [], ())


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_from_inside_another_scope_fails(here, there, attack):
    found: Any = None
    with coalition_scope(here.coalition.pk):
        try:
            with transaction.atomic():
                found = ATTACKS[attack](here, there)
                transaction.set_rollback(True)
        except (ScopeError, DatabaseError, models.ObjectDoesNotExist):
            found = None

    assert found in EMPTY
    assert untouched(there)


FORBIDDEN = (
    "TRUNCATE mapping_organization",
    "ALTER TABLE mapping_organization DISABLE ROW LEVEL SECURITY",
    "DROP POLICY wall ON mapping_organization",
    "SET ROLE ecosystem_owner",
    "SET SESSION AUTHORIZATION postgres",
    "COPY mapping_organization FROM STDIN",
    "CREATE TABLE loot (id int)",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "SELECT pg_read_file('/etc/passwd')",
    "GRANT ecosystem_owner TO CURRENT_USER",
)


@pytest.mark.parametrize("statement", FORBIDDEN)
def test_the_weak_role_may_not(here, statement):
    with pytest.raises(DatabaseError), coalition_scope(here.coalition.pk), transaction.atomic():
        sql(statement)


def test_the_application_cannot_connect_as_the_superuser(db):
    import psycopg

    host = connection.settings_dict["HOST"]
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=host, user="postgres", dbname="postgres")


def test_the_same_id_in_two_coalitions_is_harmless(here, there):
    with coalition_scope(here.coalition.pk), transaction.atomic():
        Organization.objects.create(pk=there.organization.pk, name="clone", name_key="clone")
        Organization.objects.filter(pk=there.organization.pk).update(name="clone of a clone")
        Organization.objects.get(pk=there.organization.pk).delete()

    assert untouched(there)


def test_a_person_reads_their_own_directory_and_nothing_else(here, there):
    with user_scope(here.user.pk), transaction.atomic():
        assert [entry.slug for entry in DirectoryEntry.objects.all()] == ["north"]
        with pytest.raises(DatabaseError), transaction.atomic():
            sql("UPDATE accounts_directoryentry SET role = 'admin'")
        with pytest.raises(ScopeError):
            Organization.objects.count()
