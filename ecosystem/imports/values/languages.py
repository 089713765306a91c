"""Languages as people list them, to BCP 47 codes."""

import re
from functools import cache

from rapidfuzz import fuzz, process

from ecosystem.imports.folding import folded
from ecosystem.imports.values.problems import Problem, warning, wrong

LANGUAGES = {
    "en": "english | eng | engl | ingles | angle | anglais | inglish",
    "es": "spanish | span | spa | espanol | esp | castellano | panyol | espagnol | sp",
    "ht": "haitian creole | kreyol | haitian | creole | criollo haitiano | kreyol ayisyen | creole haitien",
    "pt": "portuguese | portugues | port | brazilian portuguese | pt br",
    "fr": "french | frances | francais | franse",
    "zh": "chinese | chino | zh cn | simplified chinese | traditional chinese",
    "cmn": "mandarin | mandarin chinese | mandarin",
    "yue": "cantonese | cantones",
    "nan": "taiwanese | hokkien | fukienese",
    "vi": "vietnamese | vietnamita | viet",
    "ko": "korean | coreano",
    "ja": "japanese | japones",
    "tl": "tagalog | filipino | pilipino",
    "ilo": "ilocano",
    "ar": "arabic | arabe | arab",
    "fa": "farsi | persian | persa",
    "prs": "dari",
    "ps": "pashto | pastun | pashtu",
    "ur": "urdu",
    "hi": "hindi",
    "bn": "bengali | bangla",
    "pa": "punjabi | panjabi",
    "gu": "gujarati",
    "ta": "tamil",
    "te": "telugu",
    "ne": "nepali | nepalese",
    "my": "burmese | birmano",
    "kar": "karen | s gaw karen",
    "km": "khmer | cambodian | camboyano",
    "lo": "lao | laotian",
    "hmn": "hmong",
    "th": "thai | tailandes",
    "ru": "russian | ruso",
    "uk": "ukrainian | ucraniano",
    "pl": "polish | polaco",
    "de": "german | aleman",
    "it": "italian | italiano",
    "el": "greek | griego",
    "sq": "albanian | albanes",
    "bs": "bosnian | bosnio",
    "he": "hebrew | hebreo",
    "yi": "yiddish",
    "tr": "turkish | turco",
    "so": "somali",
    "am": "amharic | amarico",
    "ti": "tigrinya",
    "om": "oromo",
    "sw": "swahili | kiswahili",
    "rw": "kinyarwanda",
    "ln": "lingala",
    "yo": "yoruba",
    "ig": "igbo",
    "ha": "hausa",
    "tw": "twi | akan",
    "wo": "wolof",
    "ff": "fula | fulani | pulaar",
    "mam": "mam",
    "quc": "k iche | kiche | quiche",
    "kjb": "q anjob al | qanjobal | kanjobal | q anjobal",
    "kek": "q eqchi | qeqchi | kekchi",
    "ixl": "ixil",
    "cak": "kaqchikel | cakchiquel",
    "nah": "nahuatl",
    "mix": "mixtec | mixteco | mixteko",
    "zap": "zapotec | zapoteco",
    "trq": "triqui | trique",
    "tzo": "tzotzil",
    "tzh": "tzeltal | tseltal",
    "qu": "quechua | kichwa",
    "cab": "garifuna",
    "nv": "navajo | dine",
    "ase": "american sign language | sign language | asl | lengua de senas | lenguaje de senas | senas | sign",
}
NAMES = {name.strip(): code for code, names in LANGUAGES.items() for name in names.split("|")}
CODES = {code: code for code in LANGUAGES} | {"eng": "en", "spa": "es", "hat": "ht", "por": "pt", "fra": "fr"}
SEPARATORS = re.compile(r"[,;/|&+\n•·]+|\s-\s|\b(?:and|y|e|et|ak|or|o|plus|also|también|tambien)\b", re.IGNORECASE)
FILLER = re.compile(
    r"\b(?:only|solo|solamente|speakers?|spoken|fluent|some|algo de|un poco de|interpreters?|interpretation|available"
    r"|staff|by phone|language|languages|idiomas?|speaking|primarily|mostly)\b|\([^)]*\)|[.:*]",
    re.IGNORECASE,
)
NOTHING = {"", "none", "na", "n a", "unknown", "ninguno", "tbd", "x"}


def clean_languages(text: str) -> tuple[list[str], Problem | None]:
    """Codes in the order written; the first part that is no language makes the problem."""
    codes, unknown, guessed = parsed_languages(text.strip())
    if unknown:
        return list(codes), unlike(unknown)
    return list(codes), warning("language_guessed") if guessed else None


@cache
def parsed_languages(text: str) -> tuple[tuple[str, ...], str, bool]:
    codes: list[str] = []
    unknown = ""
    guessed = False
    whole = "" if re.search(r"[/,;|&+]", text) else language_code(folded(text))  # en/es are two, es-MX is one
    for part in [text] if whole else SEPARATORS.split(text):
        whole_part = folded(part)  # before fillers go: the last word of “American Sign Language” is part of its name
        words = whole_part if language_code(whole_part) else folded(FILLER.sub(" ", part.replace("’", "'")))
        if words in {"bilingual", "bilingue"}:
            codes += ["en", "es"]
            guessed = True
        elif code := language_code(words):
            codes.append(code)
        elif words not in NOTHING:
            several = [language_code(word) for word in words.split()]
            if all(several):
                codes += several
            else:
                unknown = unknown or part.strip()
    return tuple(dict.fromkeys(codes)), unknown, guessed


def language_code(words: str) -> str:
    if words in CODES or words in NAMES:
        return CODES.get(words) or NAMES[words]
    return CODES.get(words.split(" ", 1)[0], "") if len(words) == 5 and words[2:3] == " " else ""


def unlike(part: str) -> Problem:
    like = process.extractOne(folded(part), list(NAMES), scorer=fuzz.ratio, score_cutoff=72) if len(part) > 3 else None
    if like:
        return wrong("language_like", value=part, suggestion=like[0].title())
    return wrong("language_unknown", value=part)
