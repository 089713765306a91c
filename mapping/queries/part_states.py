"""How far each part of the long form about a resource is filled."""

from collections.abc import Collection
from typing import Any

from mapping.models import AccessPart, CarceralContact

TEXTS_OF_RUNNING = ("run_by", "deciders", "values_practiced", "who_could_change", "how_to_change")


def part_states(resource: Any, questions: Collection[str]) -> dict[str, str]:
    """done, half or open, by part. `resource` comes from `with_facets`; `questions` are those that have an answer."""
    running = [bool(getattr(resource, name)) for name in TEXTS_OF_RUNNING]
    hours = resource.is_always_open or resource.hours_note or resource.is_on_call or resource.has_hours
    return {
        "offers": _state([resource.offers, resource.its_areas]),
        "when": _state(
            [hours, resource.place_id or resource.is_mobile, resource.its_places or resource.reaches_everywhere]
        ),
        "welcome": _state([part in questions for part in AccessPart.values]),
        "brings-in": _state([contact in questions for contact in CarceralContact.values]),
        "runs": _state(running),
        "money": _state([resource.its_funding, resource.data_collected, resource.verified_on]),
    }


def _state(filled: Collection[object]) -> str:
    told = sum(1 for one in filled if one)
    return "done" if told == len(filled) else "half" if told else "open"
