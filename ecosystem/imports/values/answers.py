"""Yes, partly, no, unknown: however people wrote it, in English, Spanish, Haitian Creole, French or Portuguese."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ecosystem.imports.folding import folded
from ecosystem.imports.values.problems import Problem, wrong

ANSWERS = {
    "yes": (
        "y yes yep yeah ye x xx t true ok 1 s si sim oui wi o always siempre claro sure definitely available "
        "disponible verdadero vrai check checked"
    ),
    "partly": (
        "p part partly partial partially parcial parcialmente some somewhat sometimes limited depends depende kinda "
        "algo algunos algunas veces limitado moyens partiellement medio sort mixed varies varia"
    ),
    "no": "n no nope non not never nunca none false f 0 nao falso faux ninguno nada",
    "unknown": "u unknown unsure desconocido inconnu maybe quizas dk idk tbd pending pendiente unclear",
}
PHRASES = {
    "yes": ("por supuesto", "of course", "yes always"),
    "partly": (
        "a veces", "en parte", "in part", "a medias", "mas o menos", "it depends", "to some extent", "yon ti kras",
        "pafwa", "de vez en cuando", "si y no", "yes and no", "not always", "no siempre", "half", "un poco", "a little",
    ),
    "no": ("not at all", "para nada", "de ningun modo", "pa gen", "not yet", "todavia no", "aun no"),
    "unknown": (
        "no se", "no sabe", "no sabemos", "no lo se", "don t know", "dont know", "do not know", "not sure", "not known",
        "no answer", "sin respuesta", "no seguro", "no estoy seguro", "pa konnen", "mwen pa konnen", "je ne sais pas",
        "ne sait pas", "nao sei", "se desconoce", "need to ask", "ask", "por confirmar", "to be confirmed",
    ),
}  # fmt: skip
SIGNS = {
    "✓": "yes", "✔": "yes", "☑": "yes", "✅": "yes", "√": "yes", "+": "yes", "~": "partly", "±": "partly",
    "+/-": "partly", "✗": "no", "✘": "no", "❌": "no", "☐": "no", "-1": "unknown", "99": "unknown", "½": "partly",
}  # fmt: skip
KNOWN = {word: answer for answer, words in ANSWERS.items() for word in words.split()}
KNOWN |= {phrase: answer for answer, phrases in PHRASES.items() for phrase in phrases}
NOTED = re.compile(
    r"^\s*([^\W\d]+(?: s[eé])?)\s*(?:[,;:.(–—-]|\bbut\b|\bpero\b|\bif\b|\bsi\b|\bonly\b|\bs[oó]lo\b)\s*(.+)$", re.S
)


@dataclass(frozen=True)
class Answer:
    """`value` is yes, partly, no or unknown; `note` is what else stood in the cell."""

    value: str
    note: str = ""


def clean_answer(text: str, value_map: Mapping[str, str] | None = None) -> tuple[Answer | None, Problem | None]:
    """An empty cell is no answer. `value_map` (folded text to value) goes first."""
    text = text.strip()
    if not text:
        return None, None
    mapped = (value_map or {}).get(folded(text) or text)
    value = mapped or plain_answer(text)
    if value:
        return Answer(value), None
    noted = NOTED.match(text)
    value = plain_answer(noted[1]) if noted else ""
    if noted and value:
        return noted_answer(value, text, noted[2]), None
    return None, wrong("answer_unclear")


@cache
def plain_answer(text: str) -> str:
    if text in SIGNS:
        return SIGNS[text]
    if not text.strip("?¿. "):
        return "unknown" if "?" in text else ""
    words = folded(text.removesuffix(".0"))
    return KNOWN.get(words, "")


def noted_answer(value: str, text: str, rest: str) -> Answer:
    """Yes with a condition is partly; the whole cell stays as the note."""
    conditional = value == "yes" and re.search(r"\b(but|pero|only|solo|sólo|if|except|excepto|sometimes)\b", text, re.I)
    return Answer("partly" if conditional else value, text if conditional else rest.strip(" )."))
