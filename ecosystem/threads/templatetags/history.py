"""`{% load history %}{% happened_here record %}`: the last five entries, with a link to all."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ecosystem.threads.panels import latest

register = template.Library()


@register.simple_tag(takes_context=True)
def happened_here(context: Mapping[str, Any], record: Any) -> SafeString:
    """A section of a detail page. The page has shown the record, so its reader may see it."""
    found = {"latest": latest(record, context["membership"])}
    return mark_safe(render_to_string("history/happened_here.html", found))  # noqa: S308 (rendered by Django, which escapes)
