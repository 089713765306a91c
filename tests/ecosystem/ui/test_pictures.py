"""The garden and the week say in words what they draw."""

import datetime as dt
import re

from ecosystem.ui.garden import Plot, standing
from ecosystem.ui.hours import Slot, pieces

FOOD = Plot("Food", answered=2, partly=1, unanswered=3, urgent=1, url="/food/")


def test_the_garden_has_a_leaf_for_each_answer_and_a_ring_for_each_gap():
    plant = standing([FOOD]).plants[0]

    assert [leaf.kind for leaf in plant.leaves] == ["whole", "whole", "half"]
    assert [seed.kind for seed in plant.seeds] == ["urgent", "seed", "seed"]


def test_an_area_where_nobody_stated_a_need_is_not_in_bloom():
    assert not Plot("Transport", 0, 0, 0).in_bloom
    assert Plot("Conflict", 2, 1, 0).in_bloom


def test_the_garden_says_the_same_as_a_table(render):
    html = render('{% garden plots label="Needs" %}', plots=[FOOD])

    assert re.findall(r"<td>(\d+)</td>", html) == ["2", "1", "3", "1"]


def test_an_empty_garden_can_be_drawn(render):
    assert "<svg" in render('{% garden plots label="Needs" %}', plots=[])


def test_hours_over_midnight_go_on_the_next_day():
    assert pieces(Slot(6, dt.time(22), dt.time(2))) == [(6, 1320, 1440), (0, 0, 120)]


def test_hours_are_written_out(render):
    html = render("{% hours slots %}", slots=[Slot(0, dt.time(12), dt.time(0))])

    assert "noon to midnight" in html
