"""`{% load drafts %}`: the note on a form that was opened with a draft."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from ecosystem.drafts.forms import FormDraft

register = template.Library()


@register.simple_tag(takes_context=True)
def picked_up(context: Mapping[str, Any], draft: FormDraft | None) -> SafeString:
    """ "Picked up where you left off, discard": above the form, nothing when there was no draft."""
    if draft is None or not draft.is_picked_up:
        return SafeString("")
    found = {"draft": draft, "csrf_token": context.get("csrf_token", "")}
    return mark_safe(render_to_string("drafts/picked_up.html", found))  # noqa: S308 (rendered by Django, which escapes)
