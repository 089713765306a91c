"""Codes that a phone's camera reads, drawn as SVG inside the page: no other site is asked for a picture."""

import segno
from django.utils.safestring import SafeString, mark_safe

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words


@register.simple_tag
def qr(text: str, *, label: Words) -> SafeString:
    """A QR code, always dark on white: cameras need it so. The label says what it opens; show the address beside it."""
    drawn = segno.make(text, error="q", micro=False).svg_inline(border=4, light="#fff", omitsize=True)
    return draw("pictures/qr", drawn=mark_safe(drawn), label=label)  # noqa: S308 (segno draws squares, no words)
