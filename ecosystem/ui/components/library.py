"""The one tag library that all components register with, and how they are drawn."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


def draw(name: str, /, **context: Any) -> SafeString:
    """Render templates/ui/<name>.html without the white space around it."""
    return mark_safe(render_to_string(f"ui/{name}.html", context).strip())  # noqa: S308 (rendered by Django, which escapes)
