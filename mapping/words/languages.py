"""Languages by name, in the reader's language."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _

from ecosystem.imports.values.languages import LANGUAGES

COMMON = ("en", "es", "ht", "zh", "vi", "ar", "tl", "ko", "ru", "pt", "fr", "so", "am", "hi", "bn", "ur", "fa", "ase")
# Spoken here, and unknown to Django.
OUR_NAMES: Final[dict[str, Promise]] = {
    "ht": _("Haitian Creole"),
    "zh": _("Chinese"),
    "tl": _("Tagalog"),
    "so": _("Somali"),
    "am": _("Amharic"),
    "ase": _("American Sign Language"),
    "quc": _("K’iche’"),
    "kjb": _("Q’anjob’al"),
}


def language_name(code: str) -> str:
    """What a language is called; its code where nobody knows better."""
    if code in OUR_NAMES:
        return str(OUR_NAMES[code])
    try:
        return str(get_language_info(code)["name_translated"]).capitalize()
    except KeyError:
        return LANGUAGES[code].split(" | ")[0].capitalize() if code in LANGUAGES else code


def language_choices(*also: str) -> list[tuple[str, str]]:
    """The common languages first, with others that are in use here, then all that the importer knows."""
    codes = dict.fromkeys((*also, *COMMON, *LANGUAGES))
    return [(code, language_name(code)) for code in codes if code]
