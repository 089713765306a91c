"""Words without what differs by hand: case, accents, punctuation, spacing."""

import re
import unicodedata
from functools import lru_cache

CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)")
NOT_WORD = re.compile(r"[^\w]+|_+")


def folded(text: str) -> str:
    """Casefolded words without accents, one space apart. Other scripts stay as they are."""
    if text.isascii():
        return NOT_WORD.sub(" ", text.casefold().replace("'", "")).strip()
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return NOT_WORD.sub(" ", bare.casefold().replace("’", "").replace("'", "")).strip()


@lru_cache(maxsize=10_000)
def header_words(header: str) -> str:
    """A header as words: `SITE_address1`, `storeName` and `ZIP5` too."""
    return folded(CAMEL.sub(" ", header.replace("’", "'")))
