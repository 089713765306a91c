"""The ways between the parts of a need's form, and back to where a row shows."""

from typing import Any

from django.db import models
from django.urls import reverse

from ecosystem.accounts.access import MemberRequest
from mapping import rules
from mapping.forms.needs import PARTS
from mapping.models import Need
from mapping.queries.questions import questions_about


def arranging(request: MemberRequest, add_view: str) -> dict[str, Any]:
    """Whether this person may arrange the map, and if so where something is added."""
    may = rules.can_arrange_map(request.membership)
    return {"can_arrange": may, "add_url": reverse(add_view, args=[request.membership.coalition.slug]) if may else ""}


def part_links(request: MemberRequest, need: Need, now: str) -> dict[str, Any]:
    """The parts beside the form, which are filled, and how long this one takes."""
    slug = request.membership.coalition.slug
    links = []
    for key, label, minutes, fields in PARTS:
        if key == "own" and now != "own" and not questions_about("need").exists():
            continue
        filled = [name for name in fields if getattr(need, name) not in {None, "", 0}]
        state = (
            "now" if key == now else "done" if fields and len(filled) == len(fields) else "half" if filled else "open"
        )
        links.append(
            {"label": label, "state": state, "minutes": minutes, "url": _part_url(slug, need, key), "key": key}
        )
    here = next(link for link in links if link["key"] == now)
    return {"parts": links, "part": here, "is_last": links[-1] is here}


def next_part(request: MemberRequest, need: Need, part: str) -> str:
    """After saving: the next part when one wants to go on, else the need's page."""
    slug = request.membership.coalition.slug
    keys = [key for key, *_rest in PARTS]
    if "on" in request.POST:
        return _part_url(slug, need, keys[min(keys.index(part) + 1, len(keys) - 1)])
    return reverse("mapping:need_detail", args=[slug, need.pk])


def _part_url(slug: str, need: Need, part: str) -> str:
    return reverse("mapping:need_edit", args=[slug, need.pk, part])


def page_of(row: models.Model, slug: str) -> str:
    """Where a row that was brought back shows."""
    kind = row._meta.model_name
    if kind in {"neighborhood", "population"}:
        return reverse(f"mapping:{kind}_list", args=[slug])
    need_id = row.pk if kind == "need" else row.need_id  # type: ignore[attr-defined] # all others hang on a need
    return reverse("mapping:need_detail", args=[slug, need_id])
