"""From how many people on a number is shown: the one table of k, and suppression."""

from collections.abc import Mapping
from typing import TypeVar

Group = TypeVar("Group")

SHOWN_FROM = {"participation": 3, "reasons": 5, "demographics": 11}


def shown_counts(counts: Mapping[Group, int], *, about: str) -> dict[Group, int | None]:
    """The counts with small ones withheld as None.

    When exactly one group is small, the next smallest is withheld too: else the total would give it away.
    """
    least = SHOWN_FROM[about]
    small = {group for group, count in counts.items() if 0 < count < least}
    if len(small) == 1 and (others := [group for group, count in counts.items() if count >= least]):
        small.add(min(others, key=lambda group: counts[group]))
    return {group: None if group in small else count for group, count in counts.items()}
