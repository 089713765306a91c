"""Nothing of a coalition is read or written without its scope."""

import pytest
from django.db import connection, transaction

from ecosystem.tenancy.checks import wall_problems
from ecosystem.tenancy.scope import ScopeError, coalition_scope
from mapping.models import Area


def make_area(coalition, name):
    with coalition_scope(coalition.pk):
        return Area.objects.create(name={"en": name}, name_key=name)


def test_all_walls_stand(db):
    assert wall_problems() == []


def test_areas_cannot_be_listed_without_a_scope(north):
    make_area(north, "food")

    with pytest.raises(ScopeError):
        list(Area.objects.all())


def test_each_scope_sees_its_own_areas_only(north, south):
    make_area(north, "food")
    make_area(south, "housing")

    with coalition_scope(north.pk):
        seen = [area.name_key for area in Area.objects.all()]

    assert seen == ["food"]


def test_raw_sql_sees_nothing_without_a_scope(north):
    make_area(north, "food")

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM mapping_area")
        assert cursor.fetchone() == (0,)


def test_versions_count_and_history_names_the_actor(north, ana):
    area = make_area(north, "food")
    from mapping.models import AreaEvent

    with (
        coalition_scope(north.pk, user_id=ana.user.pk, actor="member", action="mapping:area_edit"),
        transaction.atomic(),
    ):
        Area.objects.filter(pk=area.pk).update(position=3)
        area.refresh_from_db()
        events = list(AreaEvent.objects.order_by("pgh_id").values_list("pgh_label", "actor_id", "action"))

    assert area.version == 2
    assert events == [("insert", None, ""), ("update", ana.user.pk, "mapping:area_edit")]
