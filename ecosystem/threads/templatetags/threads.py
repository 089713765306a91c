"""`{% load threads %}`: slots in templates."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import template
from django.utils.safestring import SafeString

from ecosystem.threads.slots import filled_slot

register = template.Library()


@register.simple_tag(takes_context=True)
def slot(
    context: Mapping[str, Any], name: str, *, records: Sequence[Any] | None = None, record: Any = None
) -> SafeString | dict[UUID, SafeString]:
    """`{% slot "x" record=need %}` prints; `{% slot "x" records=needs as found %}` gives one text for each id."""
    membership = context["membership"]
    if record is not None:
        return filled_slot(name, [record], membership)[record.pk]
    return filled_slot(name, records or [], membership)


@register.filter
def of(found: Mapping[UUID, SafeString], record_id: UUID) -> SafeString:
    """`{{ found|of:need.pk }}`: what a slot said of this record."""
    return found.get(record_id, SafeString(""))
