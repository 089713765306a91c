"""Pictures drawn on the server, each with the same in words beside it."""

from collections.abc import Sequence
from typing import Final

from django.utils.safestring import SafeString

from ecosystem.ui import garden as beds
from ecosystem.ui import hours as weeks
from ecosystem.ui.components.library import draw, register
from ecosystem.ui.components.states import Words

STAGES: Final = {"none": "stage-none", "begun": "stage-begun", "half": "partly", "near": "stage-near", "steady": "yes"}


@register.simple_tag
def garden(plots: Sequence[beds.Plot], *, label: Words, note: Words = "") -> SafeString:
    """Existing against needed: a leaf for each answered need, half a leaf for partly, a ring in the soil for none."""
    plants, height = beds.lying(list(plots))
    return draw(
        "pictures/garden",
        plots=plots,
        wide=beds.standing(list(plots)),
        tall=plants,
        tall_height=height,
        petals=beds.petals(),
        label=label,
        note=note,
        answered=sum(plot.answered for plot in plots),
        partly=sum(plot.partly for plot in plots),
        unanswered=sum(plot.unanswered for plot in plots),
        urgent=sum(plot.urgent for plot in plots),
    )


@register.simple_tag
def hours(slots: Sequence[weeks.Slot]) -> SafeString:
    """A week of opening hours, drawn and written out."""
    return draw(
        "pictures/hours", bars=weeks.bars(slots), lines=weeks.lines(slots), rows=weeks.rows(), ticks=weeks.ticks()
    )


@register.simple_block_tag
def road(content: str) -> SafeString:
    """Long work, none of it ever finished. Inside: stage, stage, …"""
    return draw("pictures/road", content=content)


@register.simple_tag
def stage(label: Words, *, value: str, word: Words, note: Words = "", url: str = "") -> SafeString:
    """One kind of work: value is none, begun, half, near or steady; the word says the same."""
    return draw(
        "pictures/stage", label=label, symbol=STAGES[value], is_none=value == "none", word=word, note=note, url=url
    )
