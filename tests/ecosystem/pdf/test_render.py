"""PDF: our own files only, and a clear sentence where the machine cannot make one."""

import sys

import pytest

from ecosystem.pdf import PdfUnavailableError, render_pdf
from ecosystem.pdf.render import _static_file


def test_our_style_sheets_are_read_from_our_files():
    assert _static_file("https://house.invalid/static/css/paper.css").name == "paper.css"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/static/css/paper.css",
        "http://house.invalid/static/css/paper.css",
        "file:///etc/passwd",
        "https://house.invalid/etc/passwd",
        "https://house.invalid/static/../manage.py",
        "https://house.invalid/static/%2e%2e/manage.py",
        "data:text/css,x",
    ],
)
def test_every_other_address_is_refused(url):
    with pytest.raises(ValueError, match="not a file of ours"):
        _static_file(url)


def test_without_pango_the_words_say_what_to_do(monkeypatch):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library pango")

    for name in [name for name in sys.modules if name.startswith("weasyprint")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])

    with pytest.raises(PdfUnavailableError, match="Print the page from your browser"):
        render_pdf("mapping/paper/worksheet_paper.html", {})
