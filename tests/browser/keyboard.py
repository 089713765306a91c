"""What a person does who has no pointer: Tab, arrows, space, Enter, and typing."""

import pytest
from playwright.sync_api import Locator, Page

MOST_TABS = 250
HAS_FOCUS = "one => one === document.activeElement"
SHOWS_FOCUS = """one => {
  const look = getComputedStyle(one);
  const shown = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  const beside = one.closest("label") ?? one.parentElement;
  return shown(look) || shown(getComputedStyle(beside)) || (one.nextElementSibling && shown(getComputedStyle(one.nextElementSibling)));
}"""


class Keyboard:
    """Moves through a page by keys alone; fails where a thing cannot be reached or its focus cannot be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def reach(self, thing: Locator) -> None:
        thing.wait_for()
        for _ in range(MOST_TABS):
            if thing.evaluate(HAS_FOCUS):
                assert thing.evaluate(SHOWS_FOCUS), f"nobody sees that the focus is on {thing}"
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab never reaches {thing}")

    def type(self, label: str, words: str) -> None:
        field = self.page.get_by_label(label).first
        self.reach(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def press(self, role: str, name: str, key: str = "Enter") -> None:
        """Reach a button or link by its name, and press it."""
        self.reach(self.page.get_by_role(role, name=name, exact=True).first)  # type: ignore[arg-type] # a role's name
        self.page.keyboard.press(key)

    def tick(self, label: str) -> None:
        self.reach(self.page.get_by_role("checkbox", name=label).first)
        self.page.keyboard.press("Space")

    def choose(self, label: str, *, within: Locator | None = None) -> None:
        """One of a group of radio buttons: Tab to the group, then arrows."""
        wanted = (within or self.page).get_by_role("radio", name=label).first
        wanted.wait_for(state="attached")
        name = wanted.get_attribute("name")
        for _ in range(MOST_TABS):
            if self.page.evaluate("name => document.activeElement.name === name", name):
                break
            self.page.keyboard.press("Tab")
        else:
            pytest.fail(f"Tab never reaches the choice {label}")
        if not wanted.is_checked():
            self.page.keyboard.press("Space")
        for _ in range(20):
            if wanted.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"the arrows never choose {label}")
