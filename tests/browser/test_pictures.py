"""The documentation's pictures, taken from the demo as it runs: `make pictures`. Also the pages people remember, in all looks."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.browser.conftest import DESK, PHONE
from tests.browser.world import ADMIN, COORDINATOR, ORGANIZER, SLUG

pytestmark = pytest.mark.pictures
FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "pictures"
MOST_BYTES = 150 * 1024
COLORS = (256, 128, 64, 32, 16)
HOME = f"/c/{SLUG}"
MEMORABLE = {  # name: who, address
    "overview": (COORDINATOR, f"{HOME}/"),
    "sheet": (COORDINATOR, f"{HOME}/map/"),
    "comparison": (COORDINATOR, f"{HOME}/map/comparison/"),
    "resource": (ORGANIZER, HOME + "/map/resources/{resource}/"),
    "form-part": (ORGANIZER, HOME + "/map/resources/{resource}/edit/welcome/"),
    "import-rows": (ADMIN, HOME + "/map/import/{spreadsheet}/rows/"),
}
KEPT = {  # in the documentation: picture: page, width, language, colors
    "sheet": ("sheet", DESK, "en", "light"),
    "sheet-phone-es": ("sheet", PHONE, "es", "dark"),
    "overview": ("overview", DESK, "en", "light"),
    "comparison": ("comparison", DESK, "en", "light"),
    "resource": ("resource", DESK, "en", "light"),
    "form-part-phone-es": ("form-part", PHONE, "es", "light"),
    "import-rows": ("import-rows", DESK, "en", "light"),
}


def write(picture: bytes, path: Path) -> None:
    """As a PNG with as many colors as fit into the limit."""
    whole = Image.open(io.BytesIO(picture)).convert("RGB")
    for colors in COLORS:
        small = io.BytesIO()
        whole.quantize(colors, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
        if small.tell() < MOST_BYTES:
            break
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(small.getvalue())
    assert small.tell() < MOST_BYTES


@pytest.mark.parametrize("name", KEPT)
def test_picture_is_taken(name, page_of, world):
    title, viewport, language, scheme = KEPT[name]
    who, address = MEMORABLE[title]
    page = page_of(who, language=language, viewport=viewport, color_scheme=scheme)
    page.goto(address.format(**world.rows))
    page.evaluate("document.fonts.ready.then(() => true)")

    write(page.screenshot(), FOLDER / f"{name}.png")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("title", MEMORABLE)
def test_the_pages_people_remember_work_in_every_look(title, viewport, language, scheme, page_of, world):
    who, address = MEMORABLE[title]
    page = page_of(who, language=language, viewport=viewport, color_scheme=scheme)
    page.goto(address.format(**world.rows))

    page.context.watch.check(*page.context.watch.look(page))
