"""ZIP codes and coordinates: from two columns, from one cell, from prose, or from the ZIP."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import zipcodes

from ecosystem.imports.values.problems import Problem, warning, wrong

ZIP = re.compile(r"^(\d{5})(?:[-\s]?(\d{4}))?$")
ZIPS_IN_TEXT = re.compile(r"(?<!\d)(\d{5})(?:-\d{4})?(?!\d)")
DECIMAL = re.compile(r"[-+−–]?\d{1,3}(?:\.\d+)?(?:\s*°)?(?:\s*[NSEWOnsewo](?![A-Za-z]))?")
ANGLE = re.compile(
    r"""([-−]?\d{1,3})\s*°\s*(\d{1,2}(?:\.\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|”|''))?\s*([NSEWO])""",
    re.IGNORECASE | re.VERBOSE,
)
COMMA_DECIMAL = re.compile(r"(?<![\d.])(-?\d{1,3}),(\d{3,})(?![\d,])")
POINT = re.compile(r"\bPOINT\b", re.IGNORECASE)
# Where a coalition of this country can be: mainland, Alaska, Hawaii, Puerto Rico and the islands.
NORTH = (13.0, 72.0)
WEST = (-180.0, -64.0)


@dataclass(frozen=True)
class Point:
    latitude: float
    longitude: float


def clean_zip(text: str) -> tuple[str, Problem | None]:
    """Five digits, or five and four. Says so where a zero had to be put back."""
    text = text.strip().removesuffix(".0")
    if not text:
        return "", None
    match = ZIP.match(text)
    if match:
        code = f"{match[1]}-{match[2]}" if match[2] and match[2] != "0000" else match[1]
        return code, None if zip_place(match[1]) else warning("zip_unknown")
    digits = text.split("-", 1)[0]
    if digits.isdigit() and len(digits) in {3, 4} and zip_place(digits.zfill(5)):
        return digits.zfill(5), warning("zip_zero_lost")
    return "", wrong("zip_wrong")


def clean_zips(text: str) -> tuple[list[str], Problem | None]:
    """Several ZIP codes in one cell, as lists of a service area have."""
    parts = [part for part in re.split(r"[\s,;/|]+", text.strip()) if part]
    if len(parts) > 1 and not all(part.removesuffix(".0").replace("-", "").isdigit() for part in parts):
        found = list(dict.fromkeys(ZIPS_IN_TEXT.findall(text)))
        return found, None if found else wrong("zip_wrong")
    cleaned = [clean_zip(part) for part in parts]
    problems = [problem for _, problem in cleaned if problem]
    return list(dict.fromkeys(code for code, _ in cleaned if code)), problems[0] if problems else None


@lru_cache(maxsize=50_000)
def zip_place(code: str) -> tuple[float, float] | None:
    """The center of a ZIP. The list has zeros where it does not know; those count as known ZIPs elsewhere."""
    if len(code) != 5 or not code.isdigit():
        return None
    found = zipcodes.matching(code)  # type: ignore[no-untyped-call]  # the package has no types for it
    return (float(found[0]["lat"] or 0), float(found[0]["long"] or 0)) if found else None


def point_from_zip(code: str) -> Point | None:
    place = zip_place(code[:5])
    return Point(*place) if place and place != (0.0, 0.0) and place[0] else None


def coordinate_order(samples: Iterable[tuple[str, str] | str]) -> str:
    """`lat_lon`, `lon_lat`, or empty where the file does not say. A pair or one cell a sample."""
    votes = {"lat_lon": 0, "lon_lat": 0}
    for sample in samples:
        pair = numbers_in(sample) if isinstance(sample, str) else numbers_in(" ; ".join(sample))
        if not pair:
            continue
        first, second = pair
        if is_north(first) and is_west(second):
            votes["lat_lon"] += 1
        elif (is_west(first) and is_north(second)) or abs(first) > 90 >= abs(second):
            votes["lon_lat"] += 1
        elif abs(second) > 90 >= abs(first):
            votes["lat_lon"] += 1
    if votes["lat_lon"] == votes["lon_lat"]:
        return ""
    return max(votes, key=lambda order: votes[order])


def is_north(number: float) -> bool:
    return NORTH[0] <= number <= NORTH[1]


def is_west(number: float) -> bool:
    return WEST[0] <= number <= WEST[1]


def clean_coordinates(
    first: str, second: str | None = None, *, order: str = "lat_lon"
) -> tuple[Point | None, Problem | None]:
    """Two cells, or one that holds both, in the file's order. Zero, zero and nonsense are refused."""
    text = first if second is None else f"{first.strip()} ; {second.strip()}"
    if not text.strip(" ;"):
        return None, None
    if second is not None and not (first.strip() and second.strip()):
        return None, wrong("coordinates_half")
    pair = numbers_in(text)
    if pair is None:
        return None, wrong("coordinates_wrong")
    named = named_order(text)
    latitude, longitude = pair if (named or order or "lat_lon") == "lat_lon" else pair[::-1]
    return placed(latitude, longitude)


def placed(latitude: float, longitude: float) -> tuple[Point | None, Problem | None]:
    if latitude == 0 and longitude == 0:
        return None, warning("coordinates_zero")
    if is_north(latitude) and is_west(longitude):
        return Point(latitude, longitude), None
    if is_west(latitude) and is_north(longitude):
        return Point(longitude, latitude), warning("coordinates_swapped")
    if is_north(latitude) and is_west(-longitude):
        return Point(latitude, -longitude), warning("coordinates_sign")
    if abs(latitude) > 90 or abs(longitude) > 180 or not latitude or not longitude:
        return None, wrong("coordinates_wrong")
    return Point(latitude, longitude), None


def named_order(text: str) -> str:
    """The order that the cell itself tells: POINT(x y), `lon …`, or letters for the sides of the sky."""
    low = text.lower()
    if POINT.search(text):
        return "lon_lat"
    if "lat" in low and "lon" in low and "geolocation" not in low:
        return "lat_lon" if low.index("lat") < low.index("lon") else "lon_lat"
    sides = re.findall(r"[\d°'\"′″]\s*([NSEWO])(?![A-Za-z])", text, re.IGNORECASE)
    if len(sides) == 2:
        return "lat_lon" if sides[0].upper() in "NS" else "lon_lat"
    return ""


def numbers_in(text: str) -> tuple[float, float] | None:
    """Exactly two numbers that could be angles, or nothing."""
    angles = ANGLE.findall(text)
    if len(angles) == 2:
        return angle(angles[0]), angle(angles[1])
    if "@" in text and (found := re.search(r"@(-?\d+\.\d+),(-?\d+\.\d+)", text)):
        return float(found[1]), float(found[2])
    if "." not in text:
        text = COMMA_DECIMAL.sub(r"\1.\2", text)
    found_numbers = [signed(match) for match in DECIMAL.findall(text)]
    precise = [number for number in found_numbers if number != int(number)]
    numbers = precise if len(precise) == 2 else found_numbers
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None


def signed(text: str) -> float:
    side = text[-1:].upper()
    number = float(re.sub(r"[^\d.\-]", "", text.replace("−", "-").replace("–", "-")))
    return -abs(number) if side in {"S", "W", "O"} else number


def angle(parts: tuple[str, str, str, str]) -> float:
    degrees, minutes, seconds, side = parts
    size = abs(float(degrees.replace("−", "-"))) + float(minutes) / 60 + float(seconds or 0) / 3600
    return round(-size if side.upper() in "SWO" or degrees[0] in "-−" else size, 7)
