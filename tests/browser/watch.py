"""What no page may do: speak to the console, break, ask another host, answer 500, scroll sideways, shut people out."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

AXE = (Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN_AXE = """async (tags) => {
  const found = await axe.run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"], preload: false});
  return found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `axe ${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\\n").slice(1, 3).join(" ").trim()}`));
}"""
TOO_WIDE = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const contained = (one) => { for (let up = one.parentElement; up && up !== document.body; up = up.parentElement)
    if (getComputedStyle(up).overflowX !== "visible") return true; return false; };
  return [...document.body.querySelectorAll("*")]
    .filter((one) => one.checkVisibility({contentVisibilityAuto: true, checkVisibilityCSS: true}))
    .filter((one) => one.getBoundingClientRect().right > edge + 1 && !contained(one)).slice(0, 4)
    .map((one) => `wider than ${edge}: ${one.tagName.toLowerCase()}.${one.className} ${one.id}`)
    .concat([`the page scrolls sideways at ${edge}`]);
}"""

LENGTH = "() => Math.min(document.documentElement.scrollHeight, 12000)"


class Watch:
    """Listens to everything that happens in a browser context."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.faults: list[str] = []
        self.expected: list[str] = []
        self.is_measuring = False
        context.on("console", lambda said: self._note(f"console {said.type}: {said.text} ({said.location['url']})"))
        context.on("weberror", lambda broken: self._note(f"page error: {broken.error}"))
        context.on("request", lambda request: self._asks(request.url))
        context.on("response", lambda answer: self._answers(answer.status, answer.url))

    def expect(self, *words: str) -> None:
        """From now on this is what the test is about: a refusal, a lost connection."""
        self.expected += words

    def check(self, *found: str) -> None:
        """Fail with all that was heard so far, and with what the test itself found."""
        faults, self.faults = [*self.faults, *found], []
        if faults:
            pytest.fail("\n".join(dict.fromkeys(faults)), pytrace=False)

    def look(self, page: Page) -> list[str]:
        """What is wrong with the page as it shows now. axe measures with inline styles, which our policy refuses aloud.

        It looks at the page in its whole length: what a fixed bar covers now is uncovered by scrolling.
        """
        found: list[str] = page.evaluate(TOO_WIDE)
        size = page.viewport_size or {"width": 0, "height": 0}
        page.set_viewport_size({**size, "height": max(size["height"], page.evaluate(LENGTH))})
        self.is_measuring = True
        try:
            if not page.evaluate("() => 'axe' in window"):
                page.evaluate(AXE)
            found += page.evaluate(RUN_AXE, RULES)
        finally:
            self.is_measuring = False
            page.set_viewport_size(size)
        return found

    def _note(self, words: str) -> None:
        if not self.is_measuring and not any(expected in words for expected in self.expected):
            self.faults.append(words)

    def _asks(self, address: str) -> None:
        asked = urlsplit(address)
        if asked.scheme in {"http", "https", "ws", "wss"} and asked.netloc != self.host:
            self._note(f"asks another host: {address}")

    def _answers(self, status: int, address: str) -> None:
        if status >= 500:
            self._note(f"answers {status}: {address}")


def cookies(url: str, **values: str) -> list[Any]:
    return [{"name": name, "value": value, "url": url} for name, value in values.items()]
