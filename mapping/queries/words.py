"""Marks in words: which kind, and what it says of this one."""

from typing import Final, NamedTuple

from django.conf.locale import LANG_INFO
from django.utils.functional import Promise
from django.utils.translation import get_language, get_language_info, gettext_lazy, pgettext

from mapping.coverage import Care, Mark, NeedState
from mapping.marks import resource_marks

MARK_LABELS: Final[dict[Mark, str | Promise]] = {
    Mark.UNANSWERED: gettext_lazy("unanswered"),
    Mark.TURNS_AWAY: gettext_lazy("exists, but turns people away or does not run"),
    Mark.PARTLY: gettext_lazy("answered partly"),
    Mark.POLICE: gettext_lazy("answered only by what is likely to call police"),
    Mark.ONE_LANGUAGE: gettext_lazy("only in one language"),
    Mark.STALE: gettext_lazy("answered only by what was not checked for a year"),
    Mark.NOTHING_BEFORE: gettext_lazy("a crisis answer, nothing before it"),
    Mark.NOTHING_AFTER: gettext_lazy("a crisis answer, nothing after it"),
}
QUIET: Final = {"police-unknown", "police-never"}


class MarkWord(NamedTuple):
    """A kind of mark (see ui) and its words; no words means the kind's own."""

    kind: str
    label: str = ""


def language_name(code: str) -> str:
    """A language in the reader's words; an unknown one by its tag."""
    known = code if code in LANG_INFO else code.split("-")[0]
    return get_language_info(known)["name_translated"] if known in LANG_INFO else code


def only_in(code: str) -> str:
    """Inside a sentence Spanish writes languages small."""
    name = language_name(code).lower() if get_language() == "es" else language_name(code)
    return pgettext("language of a resource", "%(language)s only") % {"language": name}


def care_marks(care: Care) -> list[MarkWord]:
    """The small print of a resource's chip, worst first. What is well or unknown is left to its own page."""
    kinds = resource_marks(
        police=care.police,
        languages=care.languages,
        is_fresh=care.is_fresh,
        could_not=care.could_not,
        relied_on=care.relied_on,
    )
    return [_worded(kind, care.languages) for kind in kinds if kind not in QUIET]


def need_marks(found: NeedState) -> list[MarkWord]:
    """Every mark of a need, worst first."""
    return [_worded(mark, found.languages) for mark in found.marks]


def _worded(kind: str, languages: frozenset[str]) -> MarkWord:
    one = next(iter(languages), "") if kind == Mark.ONE_LANGUAGE else ""
    return MarkWord(kind, only_in(one) if one else "")
