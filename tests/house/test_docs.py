"""What the documentation points at is there: pages, headings, pictures; and both languages tell the same."""

import re
from pathlib import Path

import pytest

from tests.house.source import ROOT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
TWINS = {"organizers": "organizadoras", "coordinators": "coordinadoras", "admins": "administradoras"}
LONGEST = 150


def headings(page: Path, level: str = "#+") -> list[str]:
    """As the anchors that a forge makes of them."""
    found = re.findall(rf"^{level} (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"[^\w\- ]", "", words.lower()).replace(" ", "-") for words in found]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_of_the_documentation_leads_somewhere(page):
    dead = []
    for link in LINK.findall(page.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        target = (page.parent / path) if path else page
        if ":" not in link and not (target.exists() and (not anchor or anchor in headings(target))):
            dead.append(link)

    assert dead == []


@pytest.mark.parametrize("name", TWINS)
def test_both_languages_have_the_same_sections_and_stay_short(name):
    english, spanish = ROOT / f"docs/{name}.md", ROOT / f"docs/es/{TWINS[name]}.md"

    assert len(headings(english)) == len(headings(spanish))
    assert max(len(page.read_text(encoding="utf-8").splitlines()) for page in (english, spanish)) <= LONGEST
