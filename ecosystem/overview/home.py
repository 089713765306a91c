"""What the front page shows: the garden, what is due this week, and first steps where little is there yet."""

import datetime as dt
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Q, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ecosystem.accounts.models import Membership
from ecosystem.history.stories import event_model
from ecosystem.ui.garden import Plot
from ecosystem.ui.ways import first_url
from mapping.coverage import State
from mapping.models import FRESH_FOR, Area, Need, OwnChip, Resource, Urgency
from mapping.queries.gaps import WANT_COLUMNS, Survey, survey
from mapping.queries.sheets.ours import existing

DUE_SHOWN: Final = 6
MINE_SHOWN: Final = 6
WEEK: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Due:
    """Something to look at again, by a day."""

    on: dt.date
    title: str
    url: str
    why: str | Promise
    symbol: str

    @property
    def is_past(self) -> bool:
        return self.on < timezone.localdate()


@dataclass(frozen=True, slots=True)
class Step:
    """One of the first steps, with a way to it."""

    label: str | Promise
    hint: str | Promise
    url: str
    is_done: bool


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page."""

    plots: list[Plot]
    area_count: int
    due: list[Due]
    due_count: int
    steps: list[Step]
    own_chip_count: int

    @property
    def need_count(self) -> int:
        return sum(plot.total for plot in self.plots)

    @property
    def is_beginning(self) -> bool:
        return any(not step.is_done for step in self.steps)


def home(membership: Membership) -> Home:
    """In seven or eight statements whatever the coalition's size."""
    slug = membership.coalition.slug
    areas = list(Area.objects.in_use())
    needs = list(Need.objects.open().values(*WANT_COLUMNS, "summary", "urgency", "review_on"))
    found = survey(needs)
    plots = _plots(areas, needs, found, slug)
    due, due_count = _due(needs, slug)
    return Home(
        plots=plots,
        area_count=len(areas),
        due=due,
        due_count=due_count,
        steps=_steps(slug, areas=bool(areas), needs=bool(needs), cares=bool(found.cares)),
        own_chip_count=OwnChip.objects.of(membership).count(),
    )


def _plots(areas: list[Area], needs: list[dict[str, Any]], found: Survey, slug: str) -> list[Plot]:
    counts: defaultdict[UUID, Counter[str]] = defaultdict(Counter)
    for need in needs:
        state = found.states[need["id"]].state
        counts[need["area_id"]][state] += 1
        counts[need["area_id"]]["urgent"] += state is State.UNANSWERED and need["urgency"] == Urgency.NOW
    sheet = reverse("mapping:sheet", args=[slug])
    return [
        Plot(
            name=str(area),
            answered=counts[area.pk][State.ANSWERED],
            partly=counts[area.pk][State.PARTLY],
            unanswered=counts[area.pk][State.UNANSWERED],
            urgent=counts[area.pk]["urgent"],
            url=f"{sheet}#area-{area.pk}",
        )
        for area in areas
    ]


def _due(needs: list[dict[str, Any]], slug: str) -> tuple[list[Due], int]:
    """What a review date names until a week from now, or what was checked a year ago; the oldest dates first."""
    today = timezone.localdate()
    until = today + WEEK
    aged = Q(review_on=None, verified_on__lt=until - FRESH_FOR)
    rows = existing().filter(Q(review_on__lte=until) | aged).order_by("review_on", "verified_on", "pk")
    counted = rows.annotate(total=Window(Count("pk")))
    found = list(counted.values("pk", "name", "review_on", "verified_on", "total")[:DUE_SHOWN])
    due = [_resource_due(dict(row), slug) for row in found]
    reviewed = [need for need in needs if need["review_on"] and need["review_on"] <= until]
    due += [_need_due(need, slug) for need in reviewed]
    return sorted(due, key=lambda one: one.on)[:DUE_SHOWN], (found[0]["total"] if found else 0) + len(reviewed)


def _resource_due(row: dict[str, Any], slug: str) -> Due:
    on = row["review_on"] or row["verified_on"] + FRESH_FOR
    is_stale = row["verified_on"] is None or row["verified_on"] < timezone.localdate() - FRESH_FOR
    why = _("Not checked for a year") if is_stale else _("Time to check again")
    return Due(on, row["name"], first_url(["mapping:resource_detail"], slug, row["pk"]), why, "clock")


def _need_due(need: dict[str, Any], slug: str) -> Due:
    url = first_url(["mapping:need_detail"], slug, need["id"])
    return Due(need["review_on"], need["summary"], url, _("Is it still needed? Look at it again"), "hole")


def _steps(slug: str, *, areas: bool, needs: bool, cares: bool) -> list[Step]:
    resources = cares or Resource.objects.exists()
    if areas and resources and needs:
        return []
    wanted: list[tuple[str | Promise, str | Promise, list[str], bool]] = [
        (
            _("Choose the areas of care"),
            _("The rows of your sheet, in your own words. Five minutes."),
            ["mapping:area_list", "mapping:sheet"],
            areas,
        ),
        (
            _("Bring in what exists"),
            _("From a spreadsheet, or a few words at a time on the sheet."),
            ["imports:import_list", "mapping:sheet_add"],
            resources,
        ),
        (
            _("Write down what is needed"),
            _("Holes on the sheet; each leads on to what filling it would take."),
            ["mapping:sheet_add"],
            needs,
        ),
        (_("Draw your own sheet"), _("Only you see it. Then merge it into ours."), ["mapping:own_sheet"], False),
    ]
    return [Step(label, hint, first_url(names, slug), done) for label, hint, names, done in wanted]


@dataclass(frozen=True, slots=True)
class Mine:
    """Something that this person put on the map."""

    title: str
    url: str
    at: dt.datetime
    what: str | Promise


def mine(membership: Membership) -> list[Mine]:
    """What this person added last, by the history of the rows. What was merged from a private sheet has no author."""
    slug = membership.coalition.slug
    kinds: list[tuple[Any, str, str, str | Promise]] = [
        (Resource, "name", "mapping:resource_detail", _("resource")),
        (Need, "summary", "mapping:need_detail", _("need")),
    ]
    found = [row for model, title, url, what in kinds for row in _added(model, title, url, what, membership, slug)]
    return sorted(found, key=lambda one: one.at, reverse=True)[:MINE_SHOWN]


def _added(model: Any, title: str, url: str, what: str | Promise, membership: Membership, slug: str) -> list[Mine]:
    history: Any = event_model(model)
    events = history.objects.filter(pgh_label="insert", actor_id=membership.user_id)
    ids = events.order_by("-pgh_id").values_list("pgh_obj_id", flat=True)[:MINE_SHOWN]
    rows = model.objects.filter(pk__in=ids).values_list("pk", title, "created_at")
    return [Mine(words, first_url([url], slug, pk), at, what) for pk, words, at in rows]
