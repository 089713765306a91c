"""The list of needs: what it can be filtered and sorted by. How far a need is answered comes from queries/gaps.py."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mapping.coverage import Mark, NeedState, State
from mapping.models import Moment, Need, Urgency
from mapping.queries.gaps import need_states
from mapping.queries.lists.common import any_of, own_filters
from mapping.queries.lists.sieve import Filter, Listing, Rows, Sieve, Sort, ids, options
from mapping.queries.lists.vocabulary import Vocabulary
from mapping.queries.words import MARK_LABELS
from mapping.words.languages import language_choices

COMPUTED = ("state", "mark")


def base() -> Rows:
    return Need.objects.select_related("area", "neighborhood", "population")


def find(rows: Rows, key: str) -> Rows:
    return rows.filter(summary_key__contains=key)


def filters(known: Vocabulary) -> list[Filter]:
    areas = {key: name for key, name in known.areas.items() if key not in known.retired}
    marks = [(mark.value, label) for mark, label in MARK_LABELS.items() if mark not in {Mark.UNANSWERED, Mark.PARTLY}]
    return [
        Filter("state", _("Answered"), _state_choices(), _all),
        Filter("area", _("Area"), options(areas), lambda rows, v: rows.filter(area__in=ids(v))),
        Filter("urgency", _("How soon"), _urgency_choices(), lambda rows, v: rows.filter(urgency__in=map(int, v))),
        Filter("moment", _("Moment"), Moment.choices, lambda rows, v: rows.filter(moment__in=v)),
        Filter("neighborhood", _("Where"), options(known.places), any_of(lambda value: _felt_in(known, value))),
        Filter("population", _("For whom"), options(known.people), lambda rows, v: rows.filter(population__in=ids(v))),
        Filter("language", _("Language"), language_choices(), lambda rows, v: rows.filter(for_language__in=v)),
        Filter("mark", _("What is wrong"), marks, _all),
        Filter("closed", _("Open or closed"), _closed_choices(), any_of(_is_closed)),
        *own_filters("need", known.questions),
    ]


def _all(rows: Rows, values: list[str]) -> Rows:
    """State and marks are computed for all open needs at once: see `answered_rows`."""
    return rows


def _state_choices() -> list[tuple[str, str]]:
    words = {State.UNANSWERED: _("unanswered"), State.PARTLY: _("partly"), State.ANSWERED: _("answered")}
    return [(state.value, label) for state, label in words.items()]


def _urgency_choices() -> list[tuple[str, str]]:
    return [(str(value), str(label)) for value, label in sorted(Urgency.choices, reverse=True)]


def _closed_choices() -> list[tuple[str, str]]:
    return [("open", _("open")), ("closed", _("closed"))]


def _is_closed(value: str) -> Q:
    return Q(closed_at__isnull=value == "open")


def _felt_in(known: Vocabulary, value: str) -> Q:
    """Stated for the neighborhood or one within it."""
    return Q(neighborhood__in=known.within(ids([value])[0]))


def answered_rows(sieve: Sieve) -> tuple[Rows, dict[UUID, NeedState] | None]:
    """The rows, without closed needs unless asked for; and the states, if they had to be computed to choose."""
    rows = sieve.rows()
    if "closed" not in sieve.chosen:
        rows = rows.filter(closed_at=None)
    wanted = {key: set(sieve.chosen[key]) for key in COMPUTED if key in sieve.chosen}
    if not wanted:
        return rows, None
    states = need_states()
    passing = [key for key, found in states.items() if _passes(found, wanted)]
    return rows.filter(pk__in=passing), states


def _passes(found: NeedState, wanted: dict[str, set[str]]) -> bool:
    if "state" in wanted and found.state.value not in wanted["state"]:
        return False
    return "mark" not in wanted or bool(wanted["mark"] & {mark.value for mark in found.marks})


LISTING = Listing(
    noun="need",
    model=Need,
    base=base,
    find=find,
    filters=filters,
    sorts=(
        Sort("urgency", gettext_lazy("most urgent first"), ("-urgency", "summary_key", "id")),
        Sort("name", gettext_lazy("by name"), ("summary_key", "id")),
        Sort("new", gettext_lazy("newest first"), ("-id",)),
    ),
)
