"""What would change: field by field, before and after. An empty cell never erases what is on the map."""

from typing import Any

from ecosystem.imports.targets import Target

OURS, THEIRS, BOTH = "ours", "theirs", "both"


def compare(kind: Target, before: dict[str, Any], after: dict[str, Any]) -> dict[str, list[Any]]:
    """Fields that the row says differently, each as [before, after]."""
    return {
        key: [kind.remembered(key, before), value]
        for key, value in after.items()
        if not key.startswith("_") and not kind.is_equal(key, before.get(key), value)
    }


def picked(kind: Target, changes: dict[str, list[Any]], picks: dict[str, str]) -> dict[str, Any]:
    """What is written of these changes: theirs, unless a person said ours or both."""
    found = {}
    for key, (before, after) in changes.items():
        pick = picks.get(key, THEIRS)
        if pick == THEIRS:
            found[key] = after
        elif pick == BOTH and before is not None:
            found[key] = kind.joined(key, before, after)
        elif pick == BOTH:
            found[key] = after
    return found


def usual_picks(changes: dict[str, list[Any]]) -> dict[str, str]:
    """For two records that become one: lists grow, what we have stays, what we lack is taken."""
    picks = {}
    for key, (before, after) in changes.items():
        if isinstance(before, list) and isinstance(after, list) and before:
            picks[key] = BOTH
        else:
            picks[key] = OURS if before not in (None, "", [], {}) else THEIRS
    return picks
