"""Values of the map in words, and when two of them say the same."""

import json
from datetime import date
from typing import Any

from django.utils.crypto import salted_hmac
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ecosystem.imports.names import host_key, phone_key
from mapping.imports import lists
from mapping.imports.writing import FLAGS, OWN_PREFIXES
from mapping.models import (
    AccessPart,
    CarceralContact,
    Extent,
    FundingKind,
    Likelihood,
    Moment,
    OrganizationKind,
    Precision,
    ResourceStatus,
)
from mapping.words.languages import language_name

KINDS: dict[str, Any] = {
    "kind": OrganizationKind, "status": ResourceStatus, "precision": Precision, "moment": Moment, "funding": FundingKind,
}  # fmt: skip
SETS = frozenset({"area", "languages", "populations", "reach", "moment", "funding"})
OWN_LISTS = frozenset({"area", "populations", "reach", "neighborhood"})
SINGLE = frozenset(
    {"name", "resource", "address", "city", "state", "zip", "kind", "status", "precision", "verified_on", "review_on"}
)
PLACE_WORDS = frozenset({"place_label", "address", "city", "state", "zip", "neighborhood", "point", "place_note"})
SEALED = "sealed"
DAYS = frozenset({"verified_on", "review_on"})
CLOSE = 0.000_002


def is_equal(key: str, before: Any, after: Any) -> bool:
    """Would writing this change nothing?"""
    if key in SETS:
        return set(before or ()) == set(after)
    if key == "phone":
        return {phone_key(value) or value for value in after} <= {phone_key(value) or value for value in before or ()}
    if key in {"email", "web"}:
        return {value.lower().rstrip("/") for value in after} <= {value.lower().rstrip("/") for value in before or ()}
    if key == "point":
        return bool(before) and all(abs(one - other) < CLOSE for one, other in zip(before, after, strict=True))
    if key == "hours":
        return same_hours(before, after)
    if key in AccessPart.values:
        return bool(before) and before["value"] == after["value"] and after["note"] in ("", before["note"])
    if key.startswith(OWN_PREFIXES):
        return same_own(before, after)
    return bool((before or "") == after) if isinstance(after, str) else bool(before == after)


def same_hours(before: dict[str, Any] | None, after: dict[str, Any]) -> bool:
    if not before:
        return False
    if before["prose"] == after["prose"][:500] and before["prose"]:
        return True
    weekly = sorted(map(tuple, before["weekly"])) == sorted(map(tuple, after["weekly"]))
    return weekly and bool(after["weekly"]) and ("always" in before["marks"]) == ("always" in after["marks"])


def same_own(before: dict[str, Any] | None, after: Any) -> bool:
    if not before:
        return False
    if isinstance(after, dict):
        return bool(before["value"] == after["value"] and after["note"] in ("", before["note"]))
    if isinstance(after, list):
        return set(before["value"].split("|")) == set(after)
    return str(after) in (before["value"], before["note"])


def joined(key: str, before: Any, after: Any) -> Any:
    if isinstance(before, dict) and SEALED in before:
        return after  # what is sealed cannot be joined with anything
    if before and key in SINGLE:
        return before
    if key == "hours":
        return {**after, "prose": f"{before['prose']}; {after['prose']}".strip("; ")}
    if isinstance(before, list) and isinstance(after, list) and key != "point":
        return before + [value for value in after if value not in before]
    if isinstance(before, str) and isinstance(after, str) and before and after not in before:
        return f"{before}\n{after}"
    return before or after


def remembered(key: str, before: dict[str, Any]) -> Any:
    """What staging keeps of what the map says: of a place that is shown less exactly only a keyed digest.

    The whole address is sealed on the map; it must not lie in clear beside a spreadsheet for ninety days. The digest
    still tells whether somebody changed the address in the meantime.
    """
    value = before.get(key)
    if value in (None, "", []) or key not in PLACE_WORDS or before.get("precision", Precision.EXACT) == Precision.EXACT:
        return value
    return {SEALED: salted_hmac("import-staging", json.dumps([key, value])).hexdigest()}


def shown(key: str, value: Any, names: dict[str, dict[str, str]] | None = None) -> str:
    if value in (None, "", []):
        return ""
    if isinstance(value, dict) and SEALED in value:
        return _("sealed")
    if key in OWN_LISTS:
        known = (names or {}).get(key, {})
        values = value if isinstance(value, list) else [value]
        return ", ".join(known.get(one, one.capitalize()) for one in values)
    if key in KINDS:
        values = value if isinstance(value, list) else [value]
        return ", ".join(lists.label_of(KINDS[key], one) for one in values)
    if key == "languages":
        return ", ".join(language_name(code) for code in value)
    if key in FLAGS:
        return _("Yes") if value else _("No")
    if key in AccessPart.values or (isinstance(value, dict) and "value" in value):
        words = lists.label_of(Extent, value["value"])
        return f"{words}: {value['note']}" if value["note"] else words
    if key.removesuffix("_lived") in CarceralContact.values:
        return lists.label_of(Likelihood, value)
    if key == "hours":
        return hours_shown(value)
    if key == "point":
        return f"{value[0]:.5f}, {value[1]:.5f}"
    if key in DAYS:
        return date_format(date.fromisoformat(value), "SHORT_DATE_FORMAT")
    if key == "web":
        return ", ".join(host_key(one) or one for one in value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def hours_shown(value: dict[str, Any]) -> str:
    if value["prose"]:
        return str(value["prose"])
    if "always" in value["marks"]:
        return _("day and night")
    return ", ".join(f"{WEEKDAYS_ABBR[day]} {opens}–{closes}" for day, opens, closes in value["weekly"])
