"""One's own sheet: nobody else sees it anywhere, and merging keeps a count instead of a name."""

import pytest
from django.db import connection

from ecosystem.history.stories import event_model
from ecosystem.tenancy.scope import coalition_scope
from mapping.actions.own_sheet import Choice, add_own_chip, merge_own_sheet
from mapping.models import Need, Organization, OwnChip, Resource
from mapping.queries.sheets.own import lined_up, own_words, suggestions
from tests.factories.mapping import AreaFactory, NeedFactory, OrganizationFactory, ResourceFactory

SECRET = "Doña Elvira, who hides people"


@pytest.fixture
def area(north):
    with coalition_scope(north.pk):
        return AreaFactory(name={"en": "Healing", "es": "Sanación"})


def chip_of(person, area, words=SECRET, side="existing"):
    with coalition_scope(area.coalition_id):
        return add_own_chip(area=area, side=side, words=words, by=person.membership)


def test_a_person_types_a_chip_and_finds_it_on_their_own_sheet(client, ben, area):
    client.force_login(ben.user)

    response = client.post(
        "/c/north/map/sheet/mine/add/", {"side": "existing", "area": area.pk, "words": SECRET}, follow=True
    )

    assert response.status_code == 200
    assert SECRET in response.content.decode()
    assert f'id="add-existing-{area.pk}"' in response.content.decode()
    assert SECRET not in "".join(url for url, _status in response.redirect_chain)


@pytest.mark.parametrize(
    "path",
    [
        "map/",
        "map/?show=holes",
        "map/?arrange=1",
        "map/sheet/mine/",
        "map/sheet/mine/merge/",
        "map/sheet/paper/",
        "map/comparison/",
        "map/comparison/needs/",
        "map/groups/",
        "map/resources/",
        "map/needs/",
        "search/?q=hides",
        "",
    ],
)
def test_not_even_an_admin_sees_what_stands_on_anothers_sheet(client, ada, ben, area, path):
    chip_of(ben, area)
    client.force_login(ada.user)

    body = client.get(f"/c/north/{path}", follow=True).content.decode()

    assert "Elvira" not in body


@pytest.mark.parametrize("action", ["move", "delete"])
def test_another_member_cannot_touch_a_chip(client, ada, ben, area, action):
    chip = chip_of(ben, area)
    client.force_login(ada.user)

    response = client.post(f"/c/north/map/sheet/mine/{chip.pk}/{action}/", {"to": f"needed:{area.pk}"})

    assert response.status_code == 404
    with coalition_scope(area.coalition_id):
        assert OwnChip.objects.get().side == "existing"


def test_cleo_does_not_even_learn_that_the_page_exists(client, cleo, ben, area):
    chip_of(ben, area)
    client.force_login(cleo.user)

    assert client.get("/c/north/map/sheet/mine/").status_code == 404


def test_the_dump_of_the_database_holds_no_word_of_it(ben, area):
    chip_of(ben, area)

    with coalition_scope(area.coalition_id), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM mapping_ownchip")
        raw = b"".join(bytes(cell) for row in cursor.fetchall() for cell in row if isinstance(cell, memoryview | bytes))

    assert raw
    assert not any(word in raw for word in (SECRET.encode(), b"Elvira", b"hides", b"words"))


def test_deleting_a_chip_leaves_nothing(client, ben, area):
    chip = chip_of(ben, area)
    client.force_login(ben.user)

    client.post(f"/c/north/map/sheet/mine/{chip.pk}/delete/")

    with coalition_scope(area.coalition_id):
        assert not OwnChip.objects.exists()
        assert event_model(OwnChip) is None


def test_a_chip_is_moved_to_the_other_side(client, ben, area):
    chip = chip_of(ben, area)
    client.force_login(ben.user)

    client.post(f"/c/north/map/sheet/mine/{chip.pk}/move/", {"to": f"needed:{area.pk}"})

    with coalition_scope(area.coalition_id):
        assert OwnChip.objects.get().side == "needed"


def test_names_of_our_groups_are_suggested_after_two_letters(north_scope):
    OrganizationFactory(name="Palabra Común")
    OrganizationFactory(name="The Porch Palace")
    OrganizationFactory(name="City Police", kind="state_body")

    assert suggestions("p") == []
    assert suggestions("pal") == ["Palabra Común", "The Porch Palace"]
    assert suggestions("pol") == []


def test_like_names_are_lined_up_and_unlike_ones_are_new(ben, area):
    with coalition_scope(area.coalition_id):
        group = OrganizationFactory(name="The Orchard Street Kitchen")
        need = NeedFactory(summary="Rides to dialysis")
    chip_of(ben, area, "Orchard Street Kitchen")
    chip_of(ben, area, "rides to dialysis", side="needed")
    chip_of(ben, area, "My aunt")
    chip_of(ben, area, "Orchard Street Pantry")

    with coalition_scope(area.coalition_id):
        guesses = {line.chip.words: line.first_guess for line in lined_up(ben.membership)}

    same_group, same_need = f"organization:{group.pk}", f"need:{need.pk}"
    assert guesses == {
        "Orchard Street Kitchen": same_group,
        "rides to dialysis": same_need,
        "My aunt": "new",
        "Orchard Street Pantry": "keep",
    }


def test_merging_makes_what_is_new_counts_what_is_named_and_clears_the_chips(ben, area):
    with coalition_scope(area.coalition_id):
        known = ResourceFactory(name="Grief Table", organization__name="Grief Table", organization__named_count=2)
    same, new = chip_of(ben, area, "grief table"), chip_of(ben, area, "Dos Ríos")
    again, kept = chip_of(ben, area, "the grief table"), chip_of(ben, area, "stays mine")
    need = chip_of(ben, area, "Talking, free", side="needed")

    with coalition_scope(area.coalition_id):
        choices = {same.pk: Choice(known), again.pk: Choice(known), new.pk: Choice(), need.pk: Choice()}
        merged = merge_own_sheet(choices, by=ben.membership)

        assert (merged.count, merged.new_count) == (4, 2)
        assert [chip.words for chip in own_words(ben.membership)] == ["stays mine"]
        assert dict(Organization.objects.values_list("name", "named_count")) == {"Grief Table": 3, "Dos Ríos": 1}
        assert set(Resource.objects.filter(areas__area=area).values_list("name", flat=True)) == {
            "Grief Table",
            "Dos Ríos",
        }
        assert Need.objects.get(summary="Talking, free").named_count == 1
    assert kept.pk != same.pk


def test_no_history_says_who_merged_what(client, ben, area):
    with coalition_scope(area.coalition_id):
        known = ResourceFactory(name="Grief Table", organization__name="Grief Table")
    new, same = chip_of(ben, area, "Dos Ríos"), chip_of(ben, area, "Grief Table")
    need = chip_of(ben, area, "Talking, free", side="needed")
    client.force_login(ben.user)

    answers = {str(new.pk): "new", str(need.pk): "new", str(same.pk): f"resource:{known.pk}"}
    response = client.post("/c/north/map/sheet/mine/merge/", answers)

    assert response.status_code == 302
    with coalition_scope(area.coalition_id):
        for model in (Organization, Resource, Need):
            assert event_model(model).objects.filter(actor="merge", actor_id=None).exists()
            assert not event_model(model).objects.filter(actor_id=ben.user.pk).exists()
        assert Resource.objects.filter(name="Dos Ríos").exists()
        assert not OwnChip.objects.exists()


def test_a_merge_cannot_point_at_what_was_not_offered(client, ben, area, south):
    with coalition_scope(south.pk):
        foreign = ResourceFactory(name="Of the south")
    chip = chip_of(ben, area, "Of the south")
    client.force_login(ben.user)

    response = client.post("/c/north/map/sheet/mine/merge/", {str(chip.pk): f"resource:{foreign.pk}"})

    assert response.status_code == 422
    with coalition_scope(area.coalition_id):
        assert OwnChip.objects.count() == 1


@pytest.mark.parametrize("count", [1, 8])
def test_ones_own_sheet_asks_a_constant_number_of_statements(client, ben, area, django_assert_max_num_queries, count):
    for number in range(count):
        chip_of(ben, area, f"chip {number}")
    client.force_login(ben.user)

    with django_assert_max_num_queries(17):  # 12, and the savepoints of a test
        assert client.get("/c/north/map/sheet/mine/").status_code == 200
