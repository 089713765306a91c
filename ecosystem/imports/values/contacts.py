"""Phones, e-mail and web addresses: as many as a cell holds."""

import re
from dataclasses import dataclass

import phonenumbers

from ecosystem.imports.folding import folded
from ecosystem.imports.values.problems import Problem, wrong

NOTHING = {
    "",
    "none",
    "na",
    "n a",
    "no",
    "no phone",
    "no tiene",
    "ninguno",
    "nada",
    "no website",
    "no email",
    "x",
    "tbd",
}
NATIONAL = re.compile(
    r"""(?<!\d)(?:\+?1[\s.\-]*)?\(?([2-9]\d{2})\)?[\s./\-–]*(\d{3})[\s.\-–]*(\d{4})(?!\d)
    (?:[\s,;]*(?:x|ext\.?|extension|extensi[oó]n|\#|int\.?)[\s.:]*(\d{1,7}))?""",
    re.IGNORECASE | re.VERBOSE,
)
LOCAL = re.compile(r"(?<!\d)(\d{3})[\s.\-–]*(\d{4})(?!\d)")
SAME_START = re.compile(r"^\s*(?:or|o|and|y|/|,|&)\s*(?:-\s*)?(\d{4})(?!\d)", re.IGNORECASE)
SHORT = re.compile(r"(?<!\d)([2-9]11|988)(?!\d)")
TEXTED = re.compile(r"\b(?:to|al|text|sms)\s+(\d{5,6})(?!\d)", re.IGNORECASE)
LETTERS = re.compile(r"(?<!\w)1?[\s.\-]?\(?(8\d\d)\)?[\s.\-]([A-Z\d][A-Z\d\-]{6,})", re.IGNORECASE)
FOREIGN = re.compile(r"\+\s?(?!1[\s(.\-]*\d)[\d][\d\s().\-]{6,18}\d")
EMAIL = re.compile(r"[\w.+'\-]+@[\w\-]+(?:\.[\w\-]+)+")
AT = re.compile(r"\s*[\[(]\s*(?:at|arroba)\s*[\])]\s*", re.IGNORECASE)
DOT = re.compile(r"\s*[\[(]\s*(?:dot|punto)\s*[\])]\s*", re.IGNORECASE)
WEB = re.compile(
    r"(?:(https?)\s?:\s?//)?((?:[a-z0-9](?:[a-z0-9\-]*[a-z0-9])?\.)+[a-z]{2,24})(:\d{2,5})?([/?#][^\s<>\"]*)?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phone:
    """`number` is +14125550142, or 5550142 where nobody wrote the area code, or a short code such as 988."""

    number: str
    extension: str = ""

    @property
    def display(self) -> str:
        digits = self.number.removeprefix("+1")
        if len(digits) == 10 and digits.isdigit():
            digits = f"{digits[:3]}-{digits[3:6]}-{digits[6:]}"
        elif len(digits) == 7:
            digits = f"{digits[:3]}-{digits[3:]}"
        return f"{digits} ext. {self.extension}" if self.extension else digits


def clean_phones(text: str, *, area_code: str = "") -> tuple[list[Phone], Problem | None]:
    """Every number in the cell. Good ones are kept also where another one is wrong."""
    if not text.strip(" -–./") or folded(text) in NOTHING:
        return [], None
    if text.endswith(".0") and text[:-2].isdigit():
        text = text[:-2]
    phones: list[Phone] = []
    rest = take_foreign(text, phones)
    rest = take_national(rest, phones)
    rest = take_short(rest, phones, area_code)
    return list(dict.fromkeys(phones)), leftover_problem(rest, phones)


def take_foreign(text: str, phones: list[Phone]) -> str:
    if "+" not in text:
        return text
    for match in FOREIGN.finditer(text):
        try:
            number = phonenumbers.parse(match[0])
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            phones.append(Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)))
            text = text.replace(match[0], " ")
    return text


def take_national(text: str, phones: list[Phone]) -> str:
    rest = []
    end = 0
    for match in NATIONAL.finditer(text):
        rest.append(text[end : match.start()])
        phones.append(Phone(f"+1{match[1]}{match[2]}{match[3]}", match[4] or ""))
        end = match.end()
        if twin := SAME_START.match(text[end:]):
            phones.append(Phone(f"+1{match[1]}{match[2]}{twin[1]}"))
            end += twin.end()
    rest.append(text[end:])
    return " ; ".join(rest)


def take_short(text: str, phones: list[Phone], area_code: str) -> str:
    """Local numbers, 988 and its kind, short codes for texting, and numbers spelled in letters."""
    for match in LETTERS.finditer(text):
        digits = phonenumbers.convert_alpha_characters_in_number(match[2]).replace("-", "")
        if any(sign.isalpha() for sign in match[2]) and len(digits) >= 7:
            phones.append(Phone(f"+1{match[1]}{digits[:7]}"))
            text = text.replace(match[0], " ")
    for match in LOCAL.finditer(text):
        digits = match[1] + match[2]
        phones.append(Phone(f"+1{area_code}{digits}" if area_code else digits))
    text = LOCAL.sub(" ", text)
    for pattern in (TEXTED, SHORT):
        phones.extend(Phone(match[1]) for match in pattern.finditer(text))
        text = pattern.sub(" ", text)
    return text


def leftover_problem(rest: str, phones: list[Phone]) -> Problem | None:
    """Digits that are left over are a number that is wrong, unless they are small like `24/7` or `press 2`."""
    groups = [re.sub(r"\D", "", part) for part in re.split(r"[;,/\n]|\bor\b|[^\W\d]{2,}", rest)]
    digits = max(groups, key=len, default="")
    if phones and len(digits) < 5:
        return None
    if not digits:
        return None if phones else wrong("phone_none")
    if len(digits) > 11 or (len(digits) == 11 and digits[0] != "1"):
        return wrong("phone_too_long")
    missing = (7 if len(digits) < 7 else 10) - len(digits.removeprefix("1") if len(digits) > 7 else digits)
    if missing <= 0:
        return wrong("phone_impossible")
    return wrong("phone_digit_missing") if missing == 1 else wrong("phone_digits_missing", count=missing)


def clean_emails(text: str) -> tuple[list[str], Problem | None]:
    if folded(text) in NOTHING:
        return [], None
    found = EMAIL.findall(DOT.sub(".", AT.sub("@", text)))
    addresses = list(dict.fromkeys(address.strip(".'").lower() for address in found))
    is_whole = bool(addresses) and text.count("@") <= len(found)
    return addresses, None if is_whole else wrong("email_wrong")


def clean_webs(text: str) -> tuple[list[str], Problem | None]:
    """Web addresses, with https:// where nobody wrote how; other schemes are refused."""
    if folded(text) in NOTHING:
        return [], None
    if re.match(r"\s*(?!https?)[a-z]{3,12}:(?!//)", text, re.IGNORECASE) and "http" not in text.lower():
        return [], wrong("web_wrong")
    found = []
    for match in WEB.finditer(text):
        before = text[: match.start()][-1:]
        if before == "@" or (match.group(0).count(".") == 1 and before == "."):
            continue
        scheme, host, port, path = match.groups()
        path = (path or "").rstrip(".,;)")
        found.append(f"{(scheme or 'https').lower()}://{host.lower()}{port or ''}{path}")
    addresses = list(dict.fromkeys(found))
    return addresses, None if addresses else wrong("web_wrong")


def clean_web(text: str) -> tuple[str, Problem | None]:
    addresses, problem = clean_webs(text)
    return (addresses[0] if addresses else ""), problem
