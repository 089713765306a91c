"""`{% load history %}{% happened_here record %}`: the last five entries, with a link to all."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from ecosystem.threads.happened import SHORT, past_of, who
from ecosystem.threads.kinds import kind_of

register = template.Library()


@register.simple_tag(takes_context=True)
def happened_here(context: Mapping[str, Any], record: Any) -> SafeString:
    """A section of a detail page. The page has shown the record, so its reader may see it."""
    membership, kind = context["membership"], kind_of(record)
    past = past_of(record, limit=SHORT, counted=True)
    found = {
        "past": past,
        "told": [(entry, who(entry, past.names)) for entry in past.entries],
        "time_zone": membership.coalition.time_zone,
        "page_url": reverse("history:record", args=[membership.coalition.slug, kind.key, record.pk]) if kind else "",
        "bring_back_url": "",
        "csrf_token": "",
    }
    return mark_safe(render_to_string("history/happened_here.html", found))  # noqa: S308 (rendered by Django, which escapes)
