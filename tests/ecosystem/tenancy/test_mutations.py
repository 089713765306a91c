"""Each wall is taken down once, to see that the tests of the others do not hide its absence."""

from contextlib import contextmanager

import pytest
from django.db import connection, transaction

from ecosystem.tenancy.checks import wall_problems
from ecosystem.tenancy.pg import compiler
from ecosystem.tenancy.pg.roles import as_owner
from ecosystem.tenancy.scope import coalition_scope
from tests.ecosystem.tenancy.test_attacks import ATTACKS
from tests.ecosystem.tenancy.test_unscoped import READS
from tests.ecosystem.tenancy.world import make_side


@contextmanager
def altered(statement: str, back: str):
    """One change by the owner, taken back afterwards."""
    _as_owner(statement)
    try:
        yield
    finally:
        _as_owner(back)


def _as_owner(statement: str) -> None:
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_without_the_compiler_an_unscoped_query_runs(monkeypatch, db):
    monkeypatch.setattr(compiler, "_conditions", lambda query: [])

    assert READS["list"]() == []  # row level security still answers with nothing


@pytest.mark.django_db(transaction=True)
def test_without_row_level_security_raw_sql_leaks_and_the_check_says_so():
    here, there = _committed_sides()
    table = "mapping_organization"
    with altered(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY", f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"):
        with coalition_scope(here.coalition.pk), transaction.atomic():
            assert len(ATTACKS["raw SQL"](here, there)) == 1
        assert f"{table}: row level security is not forced" in wall_problems()

    with coalition_scope(here.coalition.pk), transaction.atomic():
        assert ATTACKS["raw SQL"](here, there) == []


@pytest.mark.django_db(transaction=True)
def test_without_composite_keys_a_row_points_into_another_coalition():
    here, there = _committed_sides()
    name = "mapping_contact_organization_id_in_coalition"
    target = "mapping_organization (coalition_id, id)"
    drop = f"ALTER TABLE mapping_contact DROP CONSTRAINT {name}"
    back = f"ALTER TABLE mapping_contact ADD CONSTRAINT {name} FOREIGN KEY (coalition_id, organization_id) REFERENCES {target}"
    with altered(drop, back), coalition_scope(here.coalition.pk), transaction.atomic():
        assert ATTACKS["point at their row"](here, there).organization_id == there.organization.pk
        transaction.set_rollback(True)


@pytest.mark.django_db(transaction=True)
def test_a_role_that_is_too_strong_is_noticed():
    with as_owner():
        found = [problem for problem in wall_problems() if problem.startswith("The application's role")]

    assert found[0] == "The application's role may create databases."
    assert "owns" in found[1]


@pytest.mark.django_db(transaction=True)
def test_a_table_that_nobody_declared_is_noticed():
    with altered("CREATE TABLE loot (id int); GRANT SELECT ON loot TO ecosystem_app", "DROP TABLE loot"):
        assert wall_problems() == ["loot: the application can reach it, though nobody declared it"]


@pytest.mark.django_db(transaction=True)
def test_a_second_policy_is_noticed():
    policy = "CREATE POLICY too_kind ON mapping_contact TO ecosystem_app USING (true)"
    with altered(policy, "DROP POLICY too_kind ON mapping_contact"):
        assert (
            "mapping_contact: its policies for this role are ['too_kind', 'wall'], not one called wall"
            in wall_problems()
        )


@pytest.mark.django_db(transaction=True)
def test_a_view_that_sees_as_its_owner_is_noticed():
    with altered("CREATE VIEW loot AS SELECT * FROM mapping_contact", "DROP VIEW loot"):
        assert "loot: a view that does not ask as its reader" in wall_problems()


def _committed_sides():
    from tests.conftest import _coalition, _person

    with transaction.atomic():
        north, south = _coalition("north"), _coalition("south")
        people = _person("ana", "coordinator", north), _person("cleo", "coordinator", south)
        sides = make_side(north, people[0].user), make_side(south, people[1].user)
    return sides
