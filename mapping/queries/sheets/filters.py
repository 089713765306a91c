"""The filters above the sheet: what each one shows, for needs and for resources."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, Final

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mapping.coverage import Mark, NeedState, State
from mapping.models import FRESH_FOR, Answer, CarceralContact, Likelihood, ResourceLanguage, Urgency


class Filter(StrEnum):
    """What of the sheet is shown. The value stands in the address."""

    ALL = ""
    HOLES = "holes"
    URGENT = "urgent"
    POLICE = "police"
    LANGUAGE = "language"
    STALE = "stale"


# filter: (label, symbol)
FILTERS: Final[dict[Filter, tuple[str | Promise, str]]] = {
    Filter.ALL: (_("Everything"), ""),
    Filter.HOLES: (_("Holes only"), "hole"),
    Filter.URGENT: (_("Urgent now"), "urgent"),
    Filter.POLICE: (_("May call police"), "likely"),
    Filter.LANGUAGE: (_("One language"), "tongue"),
    Filter.STALE: (_("Not checked"), "clock"),
}
MARKS: Final = {Filter.POLICE: Mark.POLICE, Filter.LANGUAGE: Mark.ONE_LANGUAGE, Filter.STALE: Mark.STALE}


def filter_named(value: str) -> Filter:
    """What an address asks for; what we do not know shows everything."""
    return Filter(value) if value in set(Filter) else Filter.ALL


def need_passes(chosen: Filter, urgency: int, found: NeedState) -> bool:
    if chosen in MARKS:
        return MARKS[chosen] in found.marks
    if chosen is Filter.ALL:
        return True
    return found.state is State.UNANSWERED and (chosen is Filter.HOLES or urgency == Urgency.NOW)


def may_call_police() -> Exists:
    """Stated or lived: sometimes, by policy, or routinely."""
    calls = [Likelihood.IF_ASKED, Likelihood.POLICY, Likelihood.ROUTINE]
    return Exists(Answer.objects.filter(resource=OuterRef("pk"), question=CarceralContact.POLICE, value__in=calls))


def in_one_language() -> Any:
    spoken = ResourceLanguage.objects.filter(resource=OuterRef("pk")).order_by().values("resource")
    return Q(Exists(ResourceLanguage.objects.filter(resource=OuterRef("pk")))) & ~Q(
        Exists(spoken.annotate(languages=Count("language")).filter(languages__gt=1))
    )


def not_checked() -> Q:
    return Q(verified_on=None) | Q(verified_on__lt=timezone.localdate() - FRESH_FOR)


CONDITIONS: Final[dict[Filter, Callable[[], Any]]] = {
    Filter.POLICE: may_call_police,
    Filter.LANGUAGE: in_one_language,
    Filter.STALE: not_checked,
}
