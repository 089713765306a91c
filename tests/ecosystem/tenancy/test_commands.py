"""Commands visit coalitions one by one."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from ecosystem.tenancy.commands import CoalitionCommand
from ecosystem.tenancy.scope import current, operator_scope
from mapping.models import Area


class CountAreas(CoalitionCommand):
    def visit(self, coalition, **options):
        self.stdout.write(f"{coalition.slug} {Area.objects.count()} {current().actor}")


class AddAreaThenFail(CoalitionCommand):
    def visit(self, coalition, **options):
        Area.objects.create(name={"en": "food"}, name_key="food")
        if coalition.slug == "south":
            raise CommandError("south failed")


def run(command, *args):
    out = StringIO()
    call_command(command, *args, stdout=out)
    return out.getvalue().splitlines()


def test_each_coalition_is_visited_in_its_own_scope(north, south):
    assert run(CountAreas()) == ["north 0 operator:test_commands", "south 0 operator:test_commands"]


def test_one_coalition_can_be_named(north, south):
    assert run(CountAreas(), "--coalition", "south") == ["south 0 operator:test_commands"]


def test_a_name_that_is_not_there_says_so(north):
    with pytest.raises(CommandError, match="There is no open coalition “west”"):
        run(CountAreas(), "--coalition", "west")


def test_closed_coalitions_are_left_alone(north, south):
    from django.utils import timezone

    from ecosystem.tenancy.models import Coalition

    with operator_scope("test"):
        Coalition.objects.filter(pk=north.pk).update(closed_at=timezone.now())

    assert run(CountAreas()) == ["south 0 operator:test_commands"]


def test_what_fails_is_rolled_back_for_that_coalition_alone(north, south):
    with pytest.raises(CommandError):
        run(AddAreaThenFail())

    assert run(CountAreas()) == ["north 1 operator:test_commands", "south 0 operator:test_commands"]


def test_no_scope_stays_open(north):
    run(CountAreas())

    assert current() is None


@pytest.mark.django_db(transaction=True)
def test_a_command_may_open_the_connection_inside_its_scope():
    connection.close()

    assert run(CountAreas()) == []
