"""The words of opening hours, in English and Spanish: days, times, dashes, and what makes hours not weekly."""

import re
import unicodedata
from dataclasses import dataclass

from rapidfuzz import fuzz, process

DAY_NAMES = {
    0: "monday mondays mon mons lunes lun lendi",
    1: "tuesday tuesdays tues tue tu martes mart mar madi",
    2: "wednesday wednesdays weds wed we miercoles mier mie mekredi",
    3: "thursday thursdays thurs thur thu th jueves jue jedi",
    4: "friday fridays fri fr viernes vie vier vandredi",
    5: "saturday saturdays sat sats sa sabado sabados sab samdi",
    6: "sunday sundays sun suns su domingo domingos dom dimanch",
}
DAYS = {name: day for day, names in DAY_NAMES.items() for name in names.split()}
LONG_DAYS = [name for name in DAYS if len(name) > 5]
ENGLISH_LETTERS = {"m": 0, "t": 1, "w": 2, "r": 3, "f": 4, "s": 5, "u": 6}
SPANISH_LETTERS = {"l": 0, "m": 1, "x": 2, "j": 3, "v": 4, "s": 5, "d": 6}
GROUPS = {
    r"every ?day|each day|daily|7 days(?: a week)?|seven days(?: a week)?|todos los dias|diario|diariamente": range(7),
    r"week ?days?|work days|business days|entre semana|dias laborables|dias de semana": range(5),
    r"week ?ends?|(?:los )?fines? de semana": range(5, 7),
}
SCANNER = re.compile(
    r"(?P<allday>\b24 ?(?:/ ?7|hours?|hrs?|horas)(?: a day| al dia)?(?:,? 7 days(?: a week)?)?)"
    r"|(?P<every>" + "|".join(f"\\b(?:{words})\\b" for words in GROUPS) + r")"
    r"|(?P<noon>\b(?:12 )?(?:noon|mediodia)\b)|(?P<midnight>\b(?:12 )?(?:midnight|medianoche)\b)"
    r"|(?P<time>\d{1,2}(?:[:.h]\d{2})?(?:\s*[ap]m\b|[ap]\b)?(?:\s*h(?:rs|oras)?\b)?)"
    r"|(?P<range>\s-+\s*|-+|\b(?:to|thru|through|until|till|til|hasta|al?)\b)"
    r"|(?P<closed>\b(?:closed|cerrado|cerrada)\b)"
    r"|(?P<word>[a-z]+(?:'[a-z]+)?)"
    r"|(?P<sign>[^\sa-z\d])"
)  # fmt: skip
TIME_PARTS = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*([ap])?")
NO_HOUR = 29
HARMLESS_WORDS = """
and y e from de del las los la el open opens hours hour hrs horas hora abierto abierta abre every each cada on at en
only solo am pm the por para in our office business are is of con walk ins walkins drop lunch breakfast dinner horario
pickup pick up phone line staffed
"""
HARMLESS = frozenset(HARMLESS_WORDS.split())
BLOCKERS = re.compile(
    r"""\b(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|last|other|alternate|alternating|biweekly|monthly|month
    |primer[oa]?|segund[oa]|tercer[oa]?|ultim[oa]s?|quincenal|mes|except|excepto|until\ (?:run|food|supplies|gone)
    |repeats?|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr
    |jun|jul|aug|sept?|oct|nov|dec|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre
    |diciembre|\d{4}|varies|vary|varia|tbd|summer|winter|spring|fall|verano|invierno
    |(?!24/7)\d{1,2}/\d{1,2})\b""",
    re.VERBOSE,
)
SPANISH_DAYS = re.compile(r"\b(?:lun|mie|jue|vie|sab|dom)\b")
MARKS = {
    "always": r"\b24 ?/ ?7\b|\balways open\b|\bsiempre abiert[oa]\b|^any ?time$"
    r"|\b24 (?:hours|hrs|horas)\b(?! (?:notice|ahead|before|in advance|prior|de anticipacion|antes))",
    "on_call": r"\bon call\b|\ba demanda\b|\bde guardia\b|\bwhen called\b",
    "by_appointment": r"\bappointments?\b|\bby appt\b|\bcon cita\b|\bcita previa\b|\bprevia cita\b",
    "seasonal": r"\b(?:seasonal(?:ly)?|summer|winter|de temporada|verano|invierno)\b|"
    r"\b(?:mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb)[a-z]* ?(?:-|to|through|thru|hasta) ?"
    r"(?:mar|apr|may|jun|jul|aug|sep|oct|nov|dec|jan|feb)[a-z]*\b",
}  # fmt: skip


@dataclass(frozen=True)
class Token:
    kind: str
    days: tuple[int, ...] = ()
    hour: int = 0
    minute: int | None = None
    half: str = ""
    is_padded: bool = False
    word: str = ""


def plain(text: str) -> str:
    """Lower case, no accents, one kind of dash, `a.m.` as `am`."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    bare = re.sub(r"[–—−‒]", "-", bare).replace("’", "'")
    return re.sub(r"\b([ap])\. ?m\b\.?", r"\1m", re.sub(r"(?<=\d)([ap])\. ?m\b\.?", r"\1m", bare))


def tokens_in(text: str) -> list[Token]:
    bare = plain(text)
    spanish = bool(re.search(r"(?<![a-z'])[lxjvd](?![a-z'])", bare))
    tokens: list[Token] = []
    for match in SCANNER.finditer(bare):
        tokens += read(match, SPANISH_LETTERS if spanish else ENGLISH_LETTERS)
    return tokens


def read(match: re.Match[str], letters: dict[str, int]) -> list[Token]:
    kind, text = str(match.lastgroup), match[0].strip()
    if kind == "every":
        days = next(tuple(days) for words, days in GROUPS.items() if re.fullmatch(words, text))
        return [Token("days", days=days)]
    if kind in {"noon", "midnight"}:
        return [Token("time", hour=12, minute=0, half="p") if kind == "noon" else Token("time", hour=24)]
    if kind == "time":
        return [time_token(text)]
    if kind == "word":
        return word_tokens(text, letters)
    return [Token({"allday": "all_day"}.get(kind, kind), word=text)]


def time_token(text: str) -> Token:
    parts = TIME_PARTS.match(text)
    assert parts is not None
    hour, minute, half = parts.groups()
    if int(hour) > NO_HOUR and not minute:
        return Token("word", word=text)
    return Token("time", (), int(hour), int(minute) if minute else None, half or "", hour.startswith("0"))


def word_tokens(word: str, letters: dict[str, int]) -> list[Token]:
    """Days by name, by letter (`MWF`, `TTh`) or with a slip of the pen (`Wednedays`)."""
    if word in DAYS:
        return [Token("day", days=(DAYS[word],))]
    compact = re.fullmatch(r"(?:m|tu|th|t|w|f|sa|su|s)+", word) if letters is ENGLISH_LETTERS else None
    if compact and (len(word) == 1 or (word.count("s") < 2 and len(word) <= 6)):
        parts = re.findall(r"tu|th|sa|su|[mtwfs]", word)
        return [Token("day", days=(DAYS.get(part, letters.get(part, 0)),)) for part in parts]
    if word in letters and letters is SPANISH_LETTERS:
        return [Token("day", days=(letters[word],))]
    if len(word) > 5 and (like := process.extractOne(word, LONG_DAYS, scorer=fuzz.ratio, score_cutoff=82)):
        return [Token("day", days=(DAYS[like[0]],))]
    return [Token("filler" if word in HARMLESS else "word", word=word)]


def is_blocked(text: str, tokens: list[Token]) -> bool:
    """Is there anything in the text that weekly hours would not tell?"""
    bare = plain(text)
    if SPANISH_DAYS.search(bare):
        bare = re.sub(r"\bmar\b", "", bare)  # martes, not March
    return bool(BLOCKERS.search(bare)) or any(token.kind == "word" for token in tokens)


def marks_in(text: str) -> frozenset[str]:
    bare = plain(text)
    return frozenset(mark for mark, words in MARKS.items() if re.search(words, bare))
