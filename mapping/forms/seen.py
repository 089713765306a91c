"""Two people, one form: a digest of what each was shown tells whether somebody else wrote meanwhile.

A row's version would say so too, but a part of a long form holds answers, hours and money that lie in rows of their
own, and two people at different parts do not disturb each other.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import pretty_name

SIGNS = 16


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which what is there now differs from what was typed."""

    label: str
    theirs: str
    mine: str


def digest(*initials: Any) -> str:
    """The same for the same values, whatever their order."""
    plain = json.dumps(initials, sort_keys=True, default=str)
    return hashlib.sha256(plain.encode()).hexdigest()[:SIGNS]


def differences(form: forms.BaseForm, now: Mapping[str, Any]) -> list[Difference]:
    """Where the bound form says something else than the fields' values of now."""
    fields = [field for field in form if not field.is_hidden]
    told = (
        (field, in_words(field, now.get(field.name)), in_words(field, form.cleaned_data.get(field.name)))
        for field in fields
    )
    return [
        Difference(str(field.label or pretty_name(field.name)), theirs, mine)
        for field, theirs, mine in told
        if theirs != mine
    ]


def in_words(field: BoundField, value: Any) -> str:
    """A value as its field would show it."""
    many = value if isinstance(value, list | tuple | set) else [value]
    names = {
        str(key): str(label)
        for key, label in getattr(field.field, "choices", ()) or ()
        if not isinstance(label, list | tuple)
    }
    plain = (getattr(one, "pk", one) for one in many)
    return ", ".join(names.get(str(one), str(one)) for one in plain if one not in (None, "", False))


def rows_in_words(rows: Iterable[Mapping[str, Any]]) -> str:
    """Rows of a formset, for people who compare."""
    lines = (
        ", ".join(
            str(value) for name, value in row.items() if name not in {"id", "DELETE"} and value not in (None, "", False)
        )
        for row in rows
    )
    return "; ".join(line for line in lines if line)
