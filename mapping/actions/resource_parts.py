"""One part of the long form about a resource, written at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.answers import ResourceAnswer, answer_resource
from mapping.actions.arranging.questions import GivenAnswer, answer_questions
from mapping.actions.feedback import add_feedback
from mapping.actions.places import add_place
from mapping.actions.promises import set_promises
from mapping.actions.resources import edit_resource
from mapping.geo.location import Location
from mapping.models import FeedbackKind, Resource


@dataclass(frozen=True)
class PartWritten:
    """What a part says. What is empty or None leaves things as they are."""

    values: Mapping[str, Any] = field(default_factory=dict)
    answers: Sequence[ResourceAnswer] = ()
    own: Mapping[str, GivenAnswer] = field(default_factory=dict)
    promises: Sequence[dict[str, Any]] | None = None
    turned_away: str = ""
    new_place: tuple[Location, str] | None = None


@transaction.atomic
def write_part(resource: Resource, *, by: Actor, written: PartWritten, language: str = "en") -> Resource:
    """Write one part of the form: columns, rows, answers, promises."""
    values = dict(written.values)
    if written.new_place:
        location, precision = written.new_place
        values["place"] = add_place(resource.organization, by=by, location=location, precision=precision)
    now = edit_resource(resource, by=by, **values)
    answer_resource(now, by=by, answers=written.answers)
    if written.own:
        answer_questions(now, answers=written.own, by=by)
    if written.promises is not None:
        set_promises(now, by=by, rows=written.promises)
    if written.turned_away:
        add_feedback(now, by=by, kind=FeedbackKind.COULD_NOT, why=written.turned_away, language=language)
    return now


def hold(resource: Resource) -> None:
    """Keep others from writing the same resource until this transaction ends."""
    Resource.objects.select_for_update().get(pk=resource.pk)
