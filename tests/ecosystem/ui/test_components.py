"""Components say their state in a word and a shape, escape what people wrote, and refuse misspelled arguments."""

import datetime as dt

import pytest
from django.template import TemplateSyntaxError


@pytest.mark.parametrize(
    "text",
    [
        '{% badge lable="New" %}',
        '{% button "Save" tine="main" %}',
        '{% card titel="Box" %}{% endcard %}',
        '{% chip "Kitchen" ulr="#" %}',
        '{% state "yes" "no" %}',
    ],
)
def test_a_misspelled_argument_stops_the_template_from_compiling(render, text):
    with pytest.raises(TemplateSyntaxError):
        render(text)


def test_an_unknown_symbol_is_an_error(render):
    with pytest.raises(KeyError):
        render('{% icon "unicorn" %}')


def test_a_state_has_a_word_and_a_silent_shape(render):
    html = render('{% state "partly" %}')

    assert "Partly" in html
    assert 'aria-hidden="true"' in html


def test_what_people_wrote_is_escaped_everywhere(render):
    html = render(
        "{% chip name %}{% hole name %}{% badge label=name %}{% button name %}{% private name %}"
        "{% page_head title=name %}{% endpage_head %}{% card title=name %}{{ name }}{% endcard %}",
        name="<script>alert(1)</script>",
    )

    assert "<script" not in html
    assert html.count("&lt;script&gt;") == 8


def test_a_hole_says_how_urgent_it_is_with_pips_and_a_word(render):
    html = render('{% hole "A bed" urgency="soon" %}')

    assert html.count("<circle") == 3
    assert html.count('class="o"') == 1
    assert "soon" in html


def test_a_date_is_said_in_the_readers_language(render):
    html = render("{% load i18n %}{% language 'es' %}{% when day %}{% endlanguage %}", day=dt.date(2026, 5, 3))

    assert html == '<time datetime="2026-05-03">3 de mayo de 2026</time>'


def test_the_current_step_is_announced(render):
    html = render('{% steps label="Import" %}{% step "File" state="done" %}{% step "Rows" state="now" %}{% endsteps %}')

    assert html.count('aria-current="step"') == 1


def test_a_pager_without_more_is_nothing(render):
    assert render('{% pager url="" %}') == ""
