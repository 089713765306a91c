"""ZIP codes to fixed centroids, offline."""

from dataclasses import dataclass
from functools import lru_cache

import zipcodes


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees north and east."""

    latitude: float
    longitude: float


@lru_cache(maxsize=50_000)
def zip_point(code: str) -> Point | None:
    """The middle of a ZIP. The list has 0 where it does not know: that is no place."""
    digits = code[:5]
    if len(digits) != 5 or not (digits.isascii() and digits.isdigit()):
        return None
    found = zipcodes.matching(digits)  # type: ignore[no-untyped-call] # the package has no types for it
    if not found or not (float(found[0]["lat"] or 0) and float(found[0]["long"] or 0)):
        return None
    return Point(round(float(found[0]["lat"]), 6), round(float(found[0]["long"]), 6))
