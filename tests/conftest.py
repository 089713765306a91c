"""The world of three: Ana coordinates north, Ben organizes there, Cleo coordinates south."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("ECOSYSTEM_TEST_CLUSTER", "1")
os.environ.setdefault("ECOSYSTEM_DATA_DIR", str(Path(__file__).resolve().parent.parent / ".data" / "tests"))


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """Make the test database as the owner, then run every test as the weak role: else the tests of walls prove nothing."""
    from django.test.utils import setup_databases, teardown_databases

    from ecosystem.tenancy.pg.roles import as_owner

    with django_db_blocker.unblock(), as_owner():
        made = setup_databases(verbosity=0, interactive=False, serialized_aliases=[])
    with django_db_blocker.unblock():
        _point_at_test_database(made)
    yield
    with django_db_blocker.unblock(), as_owner():
        teardown_databases(made, verbosity=0)


def _point_at_test_database(made: Any) -> None:
    from django.db import connections

    for wrapper, _, _ in made:
        wrapper.close()
    assert connections["default"].settings_dict["NAME"].startswith("test_")


@pytest.fixture(autouse=True)
def one_connection(settings: Any) -> None:
    """A test's transaction is never committed, so another connection would not see it. Transaction tests undo this."""
    settings.OUTSIDE_DATABASE = "default"


@pytest.fixture(autouse=True)
def no_collected_files(settings: Any) -> None:
    """Tests serve no static files, so nobody has to collect them first."""
    settings.WHITENOISE_AUTOREFRESH = True


@dataclass
class Person:
    """Somebody of the world of three, with the account and the membership."""

    user: Any
    membership: Any


def _coalition(slug: str) -> Any:
    from django.db import transaction

    from ecosystem.tenancy.models import Coalition
    from ecosystem.tenancy.scope import operator_scope

    with operator_scope("test"), transaction.atomic():
        return Coalition.objects.create(slug=slug, name=slug.capitalize(), time_zone="UTC")


def _person(name: str, role: str, coalition: Any) -> Person:
    from django.db import transaction

    from ecosystem.accounts.models import DirectoryEntry, Membership, User
    from ecosystem.tenancy.scope import coalition_scope

    # Demo accounts need no second factor; tests of factors make their own.
    user = User.objects.create(username=name, password="!", is_demo=True)
    with coalition_scope(coalition.pk), transaction.atomic():
        membership = Membership.objects.create(user=user, role=role, called=name.capitalize())
        DirectoryEntry.objects.create(user=user, slug=coalition.slug, name=coalition.name, role=role)
    return Person(user, membership)


@pytest.fixture
def north(db: None) -> Any:
    return _coalition("north")


@pytest.fixture
def south(db: None) -> Any:
    return _coalition("south")


@pytest.fixture
def ana(north: Any) -> Person:
    return _person("ana", "coordinator", north)


@pytest.fixture
def ben(north: Any) -> Person:
    return _person("ben", "organizer", north)


@pytest.fixture
def ada(north: Any) -> Person:
    """North's admin, for imports, invitations and settings."""
    return _person("ada", "admin", north)


@pytest.fixture
def cleo(south: Any) -> Person:
    return _person("cleo", "coordinator", south)


@pytest.fixture
def north_scope(north: Any) -> Iterator[Any]:
    from ecosystem.tenancy.scope import coalition_scope

    with coalition_scope(north.pk) as scope:
        yield scope


@pytest.fixture(scope="session", autouse=True)
def _undefined_variables_fail() -> None:
    from django.conf import settings

    from tests.templates import Undefined

    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined("%s")
