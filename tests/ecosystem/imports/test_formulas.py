"""What a spreadsheet program would run is disarmed on the way out and comes back unchanged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ecosystem.imports.formulas import escape_formula, unescape_formula

STARTS = st.sampled_from(["", "'", "''", "=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "'=", "-7", "-79.9"])


@given(STARTS, st.text(max_size=20))
def test_what_goes_out_comes_back_exactly(start, rest):
    assert unescape_formula(escape_formula(start + rest)) == start + rest


@given(st.sampled_from("=+-@\t\r＝＋－＠"), st.text(min_size=1, max_size=20))
def test_nothing_that_could_run_leaves_unquoted(trigger, rest):
    escaped = escape_formula(trigger + rest)

    assert escaped.startswith("'") or escaped[1:].replace(".", "").replace(",", "").isdecimal()


@pytest.mark.parametrize("text", ["-79.9959", "+40.44", "-3", "Name", "", "'Til late"])
def test_numbers_and_plain_words_stay_as_they_are(text):
    assert escape_formula(text) == text
