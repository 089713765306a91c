"""Text can be read on its ground in both themes (WCAG 2.2 AA: 4.5 to 1; edges of controls 3 to 1)."""

import re

import pytest

from ecosystem.ui.vendor import ROOT

TOKENS = dict(
    re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}, #[0-9a-f]{6})\)", (ROOT / "static/css/tokens.css").read_text())
)
GROUNDS = ["ground", "surface", "sunken"]
TEXTS = ["ink", "ink-soft", "accent", "marigold-ink", "plum", "clay", "sky"]
PAIRS = [(text, ground) for text in TEXTS for ground in GROUNDS]
PAIRS += [(name, f"{name}-wash") for name in ["accent", "plum", "clay", "sky"]]
PAIRS += [("marigold-ink", "marigold-wash"), ("on-accent", "accent"), ("on-clay", "clay"), ("ground", "ink")]
PAIRS += [("ink", f"{name}-wash") for name in ["accent", "marigold", "plum", "clay", "sky"]]


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted([luminance(one), luminance(other)], reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(text, ground, theme):
    assert contrast(TOKENS[text].split(", ")[theme], TOKENS[ground].split(", ")[theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_edges_of_controls_can_be_seen(ground, theme):
    assert contrast(TOKENS["line-strong"].split(", ")[theme], TOKENS[ground].split(", ")[theme]) >= 3
