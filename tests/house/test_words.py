"""Every word that a person reads exists in Spanish, and in the names that the coalition agreed on."""

import ast
import re
from collections import Counter

import polib
import pytest
from django.utils.translation import gettext, ngettext, npgettext, override, pgettext

from ecosystem.content import messages
from tests.house.source import ROOT, python_files, short, templates

# English that names a thing of ours, the Spanish that names it.
NAMES = {
    r"\bgroups?\b": r"\bgrup(o|os)\b",
    r"\bresources?\b": r"\brecursos?\b",
    r"\b(a|the|this|each|no|one|which|of|another|open|close|first|\)s) needs?\b(?! to)": r"\bnecesidad(es)?\b",
    r"\b(a|dashed|the) (gap|hole)s?\b|^(Gap|Hole)s?\b": r"\bhuecos?\b",
    r"\bcircles?\b": r"\bcírculos?\b",
    r"\bcheck-ins?\b": r"\bchequeos?\b",
    r"\bagreements?\b": r"\bacuerdos?\b",
    r"\bballots?\b": r"\bboletas?\b",
    r"\bdots\b": r"\bpuntos\b",
    r"\b(small|last|log a) wins?\b|^Wins?\b": r"\blogros?\b",
    r"\bthe sun\b": r"\bsol\b",
    r"\brings\b": r"\banillos\b",
    r"\bMy existing ecosystem\b": r"\bMi ecosistema hoy\b",
    r"\bThe ecosystem we need right now\b": r"\bEl ecosistema que necesitamos ahora\b",
    r"\bpolice\b": r"\bpolicía\b",
}
# Words of elsewhere, of offices, of nobody's grandmother; forms that cannot be read aloud.
NOT_OURS = re.compile(
    r"\b(usted|vosotr[oa]s|fichero|ordenador|móvil|brecha|papeleta|introduzca|ingrese|inquilino|entidad|email)\b"
    r"|\b(haga clic|por favor (ingrese|seleccione))\b|\w[@]s?\b|\b(tod|ell|nosotr|vecin|compañer)(es|xs|x|e)\b",
    re.IGNORECASE,
)
MARKUP = re.compile(
    r"{%\s*(blocktranslate|blocktrans|comment)\b.*?{%\s*end\1\s*%}|{%\s*block (main_class|robots)\b.*?endblock.*?%}"
    r"|{#.*?#}|{%.*?%}|{{.*?}}"
    r"|<(script|style|svg|code)\b.*?</\3>|<!--.*?-->",
    re.DOTALL,
)
SAID_IN_TAG = re.compile(r"""\b(title|lead|label|text|hint|note|legend|caption)=(["'])(?=[^"']*[a-z])([^"']+)\2""")
SAID_IN_ATTRIBUTE = re.compile(r"""\b(aria-label|placeholder|title|alt)="([^"{<]*[A-Za-z]{2}[^"{<]*)\"""")
SAMPLES = "templates/ui/gallery"  # the gallery's invented groups keep their names
BILINGUAL = {"templates/500.html"}  # it needs nothing to work, so it says everything twice
NO_LANGUAGE = {"CSV", "XLSX", "PDF", "SVG", "QR", "ZIP", "English", "Español", "htmx", "UTC"}


def catalog(language: str) -> polib.POFile:
    return polib.pofile(str(messages.catalog_path(language)))


@pytest.fixture(scope="module")
def gathered():
    return messages.gathered()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_the_catalog_holds_every_sentence_and_no_other(language, gathered):
    """If this fails, run `make messages` and translate what is new."""
    said = {messages.key_of(entry) for entry in messages.merged(language, gathered)}

    known = {messages.key_of(entry) for entry in catalog(language)}

    assert sorted(said - known) == []
    assert sorted(known - said) == []


def test_a_sentence_is_counted_everywhere_or_nowhere(gathered):
    """Gettext knows a sentence by its words and context; with and without a plural it would be two of one name."""
    shapes = Counter((key.context, key.text) for key in gathered)
    assert [words for words, count in shapes.items() if count > 1] == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_nothing_waits_for_a_translation(language):
    entries = catalog(language)
    assert [entry.msgid for entry in entries if not all(messages.translations(entry))] == []
    assert [entry.msgid for entry in entries if entry.fuzzy or entry.obsolete] == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_what_runs_is_what_was_written(language):
    compiled = messages.catalog_path(language).with_suffix(".mo")
    assert compiled.read_bytes() == catalog(language).to_binary()


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_blanks_and_tags_survive_translation(language):
    broken = []
    for entry in catalog(language):
        allowed = [_fixed(text) for text in (entry.msgid, entry.msgid_plural) if text]
        broken += [text for text in messages.translations(entry) if _fixed(text) not in allowed]
    assert broken == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_our_words_win_over_those_of_packages(language):
    with override(language):
        lost = [entry.msgid for entry in catalog(language) if _spoken(entry) != messages.translations(entry)]
    assert lost == []


def test_things_keep_one_name_in_spanish():
    renamed = [
        (entry.msgid, text)
        for entry in catalog("es")
        for english, spanish in NAMES.items()
        for text in messages.translations(entry)
        if re.search(english, messages.PLACEHOLDER.sub("…", entry.msgid))
        and not re.search(spanish, text, re.IGNORECASE)
    ]
    assert renamed == []


def test_the_spanish_is_a_neighbors():
    texts = [text for entry in catalog("es") for text in messages.translations(entry)]
    assert [text for text in texts if NOT_OURS.search(text)] == []


def test_questions_and_exclamations_open_as_they_close():
    texts = [text for entry in catalog("es") for text in messages.translations(entry)]
    assert [text for text in texts if text.count("¿") != text.count("?") or text.count("¡") != text.count("!")] == []


def test_templates_speak_through_translation():
    ours = [path for path in templates() if not short(path).startswith(SAMPLES) and short(path) not in BILINGUAL]
    assert {short(path): found for path in ours if (found := untranslated(path.read_text()))} == {}


def test_labels_in_code_speak_through_translation():
    assert {short(path): found for path in python_files() if (found := bare_labels(path.read_text()))} == {}


def test_scripts_say_the_same_in_both_languages():
    text = (ROOT / "static/js/words.js").read_text()
    english, spanish = text.split("es: {")
    keys = re.compile(r"(?m)^    (\w+):")
    assert keys.findall(english) == keys.findall(spanish)


def untranslated(text: str) -> list[str]:
    """Words in a template that no translation reaches."""
    tags = "".join(re.findall(r"{%(?!\s*(?:translate|trans|blocktranslate|url|static)\b).*?%}", text))
    found = [said for _name, _quote, said in SAID_IN_TAG.findall(tags) if " " in said.strip()]
    plain = MARKUP.sub(" ", text)
    found += [said for _name, said in SAID_IN_ATTRIBUTE.findall(plain)]
    nodes = re.split(r"<[^>]*>", plain)
    return found + [" ".join(node.split()) for node in nodes if re.search(r"[A-Za-z]{2}", _without_names(node))]


def bare_labels(text: str) -> list[str]:
    """Labels and hints given as bare strings."""
    keywords = (word for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call) for word in node.keywords)
    return [
        word.value.value
        for word in keywords
        if word.arg in {"label", "help_text", "empty_label", "verbose_name", "submit_label"}
        and isinstance(word.value, ast.Constant)
        and re.search(r"[A-Za-z]{2}", str(word.value.value or ""))
        and word.value.value is not True
        and word.value.value is not False
    ]


def _without_names(text: str) -> str:
    text = re.sub(r"&\w+;", " ", text)
    return re.sub("|".join(rf"\b{re.escape(name)}\b" for name in NO_LANGUAGE), " ", text)


def _fixed(text: str) -> tuple[list[str], list[str]]:
    """What a translation may move but not change."""
    return sorted(set(messages.PLACEHOLDER.findall(text))), sorted(re.findall(r"<[^>]+>", text))


def _spoken(entry: polib.POEntry) -> list[str]:
    context, one, many = messages.key_of(entry)
    if many:
        return [npgettext(context, one, many, number) if context else ngettext(one, many, number) for number in (1, 2)]
    return [pgettext(context, one) if context else gettext(one)]
