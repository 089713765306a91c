"""Template and context to PDF, with WeasyPrint. Only our own static files are read: no page asks another site."""

import mimetypes
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

HOUSE: Final = "https://house.invalid/"  # never asked: our fetcher opens files only
HOW_TO: Final = _(
    "PDF needs the library Pango, which this server does not have. Print the page from your browser instead; "
    "whoever runs the server can add it (Debian: libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)."
)


# The PDF maker draws pictures by their own attributes; the classes of our symbols (ui/icons.py) say nothing to it.
LINES: Final = 'fill="none" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"'
DRAWN: Final = {
    '<svg class="g"': f'<svg class="g" {LINES}',
    '<svg class="pips"': '<svg class="pips" fill="#000" stroke="#000" stroke-width="1.4"',
    'class="f"': 'fill="#000" stroke="none"',
    'class="k"': 'stroke="#fff"',
    'class="kf"': 'fill="#fff" stroke="none"',
    'class="o"': 'fill="none"',
}


class PdfUnavailableError(Exception):
    """This machine cannot make PDFs. Its words say what to do instead."""

    def __str__(self) -> str:
        return str(HOW_TO)


def render_pdf(template: str, context: Mapping[str, Any]) -> bytes:
    """Render a template, whose style sheets are static files of ours, as a PDF.

    Raises:
        PdfUnavailableError: the libraries that WeasyPrint needs are not on this machine.
    """
    weasyprint = _weasyprint()
    fetch = _fetcher(weasyprint)
    text: str = render_to_string(template, dict(context))
    for symbol, drawn in DRAWN.items():
        text = text.replace(symbol, drawn)
    page = weasyprint.HTML(string=text, base_url=HOUSE, url_fetcher=fetch)
    return bytes(page.write_pdf())


def _weasyprint() -> Any:
    """Imported late: it loads Pango, which only printing needs."""
    try:
        import weasyprint
    except OSError as error:
        raise PdfUnavailableError from error
    return weasyprint


def _fetcher(weasyprint: Any) -> Any:
    class OwnFiles(weasyprint.urls.URLFetcher):  # type: ignore[misc] # made where the library is there
        """Opens what lies under our static address, and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            body = _static_file(url).read_bytes()
            kind = mimetypes.guess_type(url)[0] or "application/octet-stream"
            return weasyprint.urls.URLFetcherResponse(url, body, {"Content-Type": kind})

    return OwnFiles()


def _static_file(url: str) -> Path:
    """The file behind an address of ours.

    Raises:
        ValueError: any other address, another site's above all.
    """
    parts, prefix = urlsplit(url), "/" + settings.STATIC_URL.strip("/") + "/"
    path = unquote(parts.path)
    if f"{parts.scheme}://{parts.netloc}/" != HOUSE or not path.startswith(prefix) or ".." in path:
        raise ValueError(f"{url} is not a file of ours.")
    name = path.removeprefix(prefix)
    collected = Path(settings.STATIC_ROOT) / name
    found = str(collected) if collected.is_file() else finders.find(name)
    if not found:
        raise ValueError(f"{url} is not there.")
    return Path(found)
