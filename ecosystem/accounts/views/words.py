"""The words of this software and what they mean, in both languages."""

from typing import Any, Final

from django.utils.translation import gettext, override
from django.utils.translation import gettext_noop as _

# Word and meaning, as they stand in the sources; both languages come from the catalogues.
WORDS: Final = [
    (_("Coalition"), _("Neighborhood groups that work together and share one map.")),
    (
        _("Group"),
        _("Anything that people rely on: an organization, an informal circle, a program, a place, a trusted role."),
    ),
    (_("Resource"), _("One thing that a group offers, with whom it is for and what it may bring in.")),
    (_("Need"), _("Something that people here lack, in an area and for somebody.")),
    (_("Gap"), _("A need that nothing answers yet. Gaps are found by comparing, never written down.")),
    (_("Area"), _("A part of the ecosystem in the coalition’s own words: food, housing, crisis, healing …")),
    (_("Ecosystem sheet"), _("One page: what exists beside what is needed right now.")),
    (_("State body"), _("Police, immigration enforcement, city offices: drawn to show ties, never a resource.")),
    (_("Check-in"), _("A look at what we need, want, must and are able to do before we promise anything.")),
    (_("Circle"), _("A held conversation with a set order, agreements and the right to pass.")),
    (_("Agreement"), _("Written roles and expectations between groups, kept when people change.")),
    (_("Ballot"), _("One person’s votes on a budget. Nobody can learn whose it was.")),
    (_("Win"), _("Something that worked, however small.")),
    (_("Sealed"), _("Encrypted for the coalition: coordinators, admins and who speaks for that group can open it.")),
    (_("Private"), _("Encrypted for one person: nobody else in the coalition can open it.")),
    (_("Seat"), _("A right in one certain thing: to speak for a group, to hold a circle, to count votes.")),
]


def glossary() -> list[dict[str, Any]]:
    """Each word in the reader's language, and what it is called in the others."""
    return [{"word": gettext(word), "meaning": gettext(meaning), "also": _elsewhere(word)} for word, meaning in WORDS]


def _elsewhere(word: str) -> list[tuple[str, str]]:
    from django.conf import settings
    from django.utils.translation import get_language

    here = (get_language() or "en").split("-")[0]
    found = []
    for code, _name in settings.LANGUAGES:
        if code != here:
            with override(code):
                found.append((code, gettext(word)))
    return found
