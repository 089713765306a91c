"""Things one can press: buttons, links that look like them, forms of one button."""

from django.utils.safestring import SafeString

from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words


@register.simple_tag
def button(
    label: Words,
    *,
    url: str = "",
    tone: str = "plain",
    symbol: str = "",
    name: str = "",
    value: str = "",
    form: str = "",
    kind: str = "submit",
) -> SafeString:
    """A link with a url, else a button. Tones: main (one on a page), plain, quiet, danger."""
    return draw("actions/button", **locals())


@register.simple_tag(takes_context=True)
def post_button(
    context: dict[str, object],
    label: Words,
    *,
    url: str,
    tone: str = "plain",
    symbol: str = "",
    name: str = "",
    value: str = "",
) -> SafeString:
    """A form of one button: changes something by POST, works without script."""
    token = context.get("csrf_token", "")
    return draw(
        "actions/post_button", csrf_token=token, label=label, url=url, tone=tone, symbol=symbol, name=name, value=value
    )
