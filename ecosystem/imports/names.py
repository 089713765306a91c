"""Are these two the same group? Folded names, likeness, and keys that keep the comparing few."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from ecosystem.imports.folding import folded

CORPORATE = "inc incorporated llc llp ltd limited corp corporation co company pc pllc lp nfp ong ac sa de cv"
SUFFIXES = frozenset(CORPORATE.split())
ARTICLES = frozenset({"the", "a", "an", "el", "la", "los", "las"})
LINKS = frozenset({"and", "y", "of", "de", "del", "for", "para", "at", "en", "in"})
ABBREVIATED = {
    "st": "street", "str": "street", "ave": "avenue", "av": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive",
    "ln": "lane", "ct": "court", "pl": "place", "hwy": "highway", "pkwy": "parkway", "sq": "square", "ter": "terrace",
    "n": "north", "s": "south", "e": "east", "w": "west", "mt": "mount", "ft": "fort", "ste": "suite", "fl": "floor",
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth", "6th": "sixth", "7th": "seventh",
}  # fmt: skip
CROWDED = """
facebook.com m.facebook.com instagram.com twitter.com x.com google.com docs.google.com sites.google.com linktr.ee
youtube.com bit.ly tiktok.com eventbrite.com gofundme.com wordpress.com wixsite.com
"""
SHARED_HOSTS = frozenset(CROWDED.split())
BLOCK_LIMIT = 50
CERTAIN = 90
LIKELY = 78


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """The name as sorted lists and look-ups use it: folded, without articles in front and corporate endings."""
    words = folded(name).split()
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    if len(words) > 1 and words[0] in ARTICLES:
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=20_000)
def address_key(address: str) -> str:
    """House number and street in long form, without what follows a comma, a suite or a floor."""
    street = re.split(
        r",|\b(?:suite|ste|apt|unit|floor|fl|rm|room|piso)\b|#", address, maxsplit=1, flags=re.IGNORECASE
    )[0]
    return " ".join(ABBREVIATED.get(word, word) for word in folded(street).split())


def host_key(web: str) -> str:
    """The host without www; nothing for hosts that thousands share, unless a path tells whose page it is."""
    match = re.match(r"(?:https?://)?(?:www\.)?([^/?#:\s]+)([^?#\s]*)", web.strip().lower())
    if not match:
        return ""
    host, path = match[1], match[2].strip("/")
    if host in SHARED_HOSTS:
        return f"{host}/{path}" if path else ""
    return host


def phone_key(phone: str) -> str:
    digits = re.sub(r"\D", "", phone)[-10:]
    return digits if len(digits) >= 7 else ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What we compare of a group. `ref` is the caller's: a row number or a key."""

    ref: Hashable
    name: str
    address: str = ""
    phones: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    zip: str = ""
    city: str = ""

    @classmethod
    def of(
        cls,
        ref: Hashable,
        name: str,
        *,
        address: str = "",
        phones: Iterable[str] = (),
        webs: Iterable[str] = (),
        zip: str = "",
        city: str = "",
    ) -> "Profile":
        return cls(
            ref,
            name_key(name),
            address_key(address),
            tuple(key for phone in phones if (key := phone_key(phone))),
            tuple(key for web in webs if (key := host_key(web))),
            zip[:5],
            folded(city),
        )


@dataclass(frozen=True)
class Likeness:
    """How alike, from 0 to 100, and why: any of name, address, phone, web."""

    ref: Hashable
    score: int
    reasons: tuple[str, ...]

    @property
    def is_certain(self) -> bool:
        return self.score >= CERTAIN


def likeness(one: Profile, other: Profile) -> Likeness:
    """Names weigh most; the same phone, place or site raises, a different place lowers."""
    name = name_likeness(one.name, other.name)
    reasons = ["name"] if name >= 85 else []
    phone = bool(set(one.phones) & set(other.phones))
    web = bool(set(one.hosts) & set(other.hosts))
    place = place_likeness(one, other)
    score = 0.75 * name + 12 * phone + 8 * web + (14 if place > 85 else 0)
    if name == 100 and place != 0:
        score = max(score, 97 if place > 85 or phone else 86)
    elif (phone or web) and name >= 60 and place != 0:
        score = max(score, 80)
    if place == 0:
        score -= 25  # the same name at another address is a branch
    elif place > 85 and name < 50:
        score -= 10  # many share one house
    reasons += [word for word, is_so in (("address", place > 85), ("phone", phone), ("web", web)) if is_so]
    return Likeness(other.ref, max(0, min(100, round(score))), tuple(reasons))


@lru_cache(maxsize=20_000)
def name_likeness(one: str, other: str) -> float:
    if one == other:
        return 100.0 if one else 0.0
    one, other = without_links(one), without_links(other)
    if numbers(one) != numbers(other):
        return min(fuzz.token_sort_ratio(one, other), 60.0)
    return max(fuzz.token_sort_ratio(one, other), fuzz.token_set_ratio(one, other) * 0.92)


@lru_cache(maxsize=200_000)
def without_links(name: str) -> str:
    return " ".join(word for word in name.split() if word not in LINKS) or name


@lru_cache(maxsize=50_000)
def numbers(name: str) -> tuple[str, ...]:
    """Wawa 8007 is not Wawa 8013."""
    return tuple(sorted(re.findall(r"\d+", name)))


def place_likeness(one: Profile, other: Profile) -> float:
    """100 the same address, 0 another one, 50 where one side does not say."""
    if one.address and other.address:
        same_number = numbers(one.address)[:1] == numbers(other.address)[:1]
        alike = fuzz.token_sort_ratio(one.address, other.address)
        return alike if same_number and alike > 85 else 0
    if one.zip and other.zip:
        return 60 if one.zip == other.zip else 0
    if one.city and other.city and one.city != other.city:
        return 0
    return 50


def blocking_keys(profile: Profile) -> Iterator[str]:
    """Two groups are compared only if they share one of these."""
    for phone in profile.phones:
        yield f"p{phone}"
    for host in profile.hosts:
        yield f"w{host}"
    if profile.address and any(sign.isdigit() for sign in profile.address):
        yield f"a{profile.address}"
    words = [word for word in profile.name.split() if word not in LINKS and word not in ARTICLES]
    if not words:
        return
    yield f"n{''.join(sorted(words))}"
    if len(words) > 1:
        yield from (f"n2{first} {second}" for first, second in pairwise(words))
        yield f"n3{words[0][:4]} {words[-1][:4]}"
    yield f"nz{words[0][:5]} {profile.zip}" if profile.zip else f"n4{''.join(words)[:8]}"


class Duplicates:
    """An index of groups that are known already. Ask it row by row."""

    def __init__(self, known: Iterable[Profile] = ()) -> None:
        self.profiles: list[Profile] = []
        self.blocks: dict[int, int | list[int]] = {}  # by a key's hash; most hold one, and there are many
        for profile in known:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        index = len(self.profiles)
        self.profiles.append(profile)
        for key in set(map(hash, blocking_keys(profile))):
            block = self.blocks.get(key)
            if block is None:
                self.blocks[key] = index
            elif isinstance(block, int):
                self.blocks[key] = [block, index]
            else:
                block.append(index)

    def candidates(self, profile: Profile) -> set[int]:
        """Blocks that are too common (a chain's name) say nothing; the exact ones are always read."""
        found: set[int] = set()
        for key in blocking_keys(profile):
            block = self.blocks.get(hash(key))
            if isinstance(block, int):
                found.add(block)
            elif block and len(block) <= BLOCK_LIMIT:
                found.update(block)
        return found

    def like(self, profile: Profile, *, at_least: int = LIKELY, limit: int = 3) -> list[Likeness]:
        """The likeliest first, without itself."""
        scored = (likeness(profile, self.profiles[index]) for index in self.candidates(profile))
        good = [found for found in scored if found.score >= at_least and found.ref != profile.ref]
        return sorted(good, key=lambda found: -found.score)[:limit]


def duplicates_within(profiles: Sequence[Profile], *, at_least: int = LIKELY) -> Iterator[tuple[Hashable, Likeness]]:
    """Rows of one file that repeat an earlier row, each with the earlier one that it is most like."""
    seen = Duplicates()
    for profile in profiles:
        if found := seen.like(profile, at_least=at_least, limit=1):
            yield profile.ref, found[0]
        seen.add(profile)
