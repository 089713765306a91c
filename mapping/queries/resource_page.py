"""Everything that the page of a resource shows, in a constant number of statements."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ecosystem.accounts.models import Membership
from ecosystem.content.text import shown
from ecosystem.ui.hours import spoken
from mapping.marks import POLICE_MARKS, police_mark, resource_marks
from mapping.models import (
    FRESH_FOR,
    AccessPart,
    Answer,
    CarceralContact,
    Coverage,
    Extent,
    FundingKind,
    KnownFrom,
    Likelihood,
    Moment,
    OpeningHours,
    Question,
    Resource,
    Standing,
)
from mapping.opening import Opening, opening
from mapping.queries.facets import with_facets
from mapping.queries.places import ShownPlace, places_shown
from mapping.queries.questions import value_in_words
from mapping.words.languages import language_name

MOMENT_FIELDS: Final = {
    Moment.INTERRUPTS: ("interrupts", "clay", "urgent"),
    Moment.BASIC_NEEDS: ("meets_basic_needs", "gold", "bloom"),
    Moment.PREVENTS: ("prevents", "sky", "half"),
    Moment.HEALS: ("heals", "green", "answered"),
    Moment.CHANGES: ("changes_conditions", "plum", "changed"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One answer as people read it."""

    value: str
    word: str
    note: str
    source: str

    @property
    def mark(self) -> str:
        """The component's mark for a likelihood."""
        return POLICE_MARKS[Likelihood(self.value)] if self.value in Likelihood.values else "police-unknown"


@dataclass(frozen=True, slots=True)
class BringsIn:
    """One kind of force, what they say beside what people lived."""

    label: str
    stated: Said
    lived: Said

    @property
    def reasons(self) -> list[Said]:
        """What has words first."""
        found = [said for said in (self.stated, self.lived) if said.note or said.source]
        return sorted(found, key=lambda said: not said.note)


@dataclass(frozen=True, slots=True)
class Access:
    """One of the eight parts of access."""

    label: str
    value: str
    note: str
    source: str


class ResourcePage:
    """A resource with all that hangs on it, as one member may see it."""

    def __init__(self, resource: Any, membership: Membership) -> None:
        self.resource, self.membership = resource, membership
        self.answers = {(answer.question, answer.standing): answer for answer in _answers(resource)}
        self.slots = _in_season(list(resource.hours.order_by("weekday", "opens_at")))
        self.contacts = list(resource.organization.contacts.order_by("position", "id"))
        places = [resource.place] if resource.place else []
        self.place: ShownPlace | None = next(iter(places_shown(places, membership)), None)

    @cached_property
    def brings_in(self) -> list[BringsIn]:
        return [
            BringsIn(
                str(contact.label),
                self._likelihood(contact, Standing.STATED),
                self._likelihood(contact, Standing.LIVED),
            )
            for contact in CarceralContact
        ]

    @property
    def has_carceral_answers(self) -> bool:
        return any(question in CarceralContact.values for question, _standing in self.answers)

    @cached_property
    def access(self) -> list[Access]:
        return [self._access(part) for part in AccessPart]

    @property
    def moments(self) -> list[tuple[str, str, str]]:
        """(label, tone, symbol) of each moment at which it helps."""
        fields = ((str(moment.label), *fields) for moment, fields in MOMENT_FIELDS.items())
        return [(label, tone, symbol) for label, name, tone, symbol in fields if getattr(self.resource, name)]

    @property
    def areas(self) -> list[tuple[UUID, str]]:
        return [(row["id"], shown(row["name"]).words) for row in self.resource.its_areas]

    @property
    def people(self) -> str:
        return ", ".join(shown(row["name"]).words for row in self.resource.its_people)

    @property
    def reach(self) -> str:
        return ", ".join(row["name"] for row in self.resource.its_places)

    @property
    def languages(self) -> str:
        return ", ".join(language_name(row["code"]) for row in self.resource.its_languages)

    @property
    def funding(self) -> list[tuple[str, str, str]]:
        """(paid by, whom and until when, strings)."""
        names = dict(FundingKind.choices)
        return [(str(names[row["kind"]]), row["note"], row["strings"]) for row in self.resource.its_funding]

    @property
    def promises(self) -> list[dict[str, Any]]:
        rows = self.resource.its_promises
        return [{**row, "yes": dt.date.fromisoformat(row["yes"]) if row["yes"] else None} for row in rows]

    @property
    def needs(self) -> list[dict[str, Any]]:
        """Open needs that it answers, wholly or partly."""
        rows = [row for row in self.resource.its_needs if not row["closed"]]
        states = {Coverage.WHOLE: "answered", Coverage.PARTLY: "partly-answered"}
        return [{**row, "state": states[row["coverage"]], "words": Coverage(row["coverage"]).label} for row in rows]

    @property
    def own_answers(self) -> list[Access]:
        """What this coalition asks besides, where somebody answered."""
        found = [answer for answer in self.answers.values() if answer.asked]
        return [_own(answer) for answer in found]

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """All marks that apply, worst first."""
        resource = self.resource
        return resource_marks(
            police=self.police,
            languages=[row["code"] for row in resource.its_languages],
            is_fresh=self.is_fresh,
            could_not=resource.said_could_not,
            relied_on=resource.said_relied_on,
        )

    @property
    def police(self) -> str:
        police = self.brings_in[0]
        return police_mark(police.stated.value, police.lived.value)

    @property
    def is_fresh(self) -> bool:
        day = self.resource.verified_on
        return bool(day and day >= timezone.localdate() - FRESH_FOR)

    @property
    def opens(self) -> str:
        """What the week says of now, in words; nothing where there are no hours."""
        if self.resource.is_always_open:
            return _("Open day and night")
        now = timezone.now().astimezone(ZoneInfo(self.membership.coalition.time_zone))
        found = opening(self.slots, now)
        return _opening_words(found, now) if found and self.resource.status == "open" else ""

    def _likelihood(self, contact: str, standing: str) -> Said:
        answer = self.answers.get((contact, standing))
        value = answer.value if answer and answer.value in Likelihood.values else ""
        word = Likelihood(value).label.capitalize() if value else _("Nobody asked yet")
        return Said(value, word, answer.note if answer else "", _source(answer))

    def _access(self, part: AccessPart) -> Access:
        answer = self.answers.get((part, Standing.STATED))
        lived = self.answers.get((part, Standing.LIVED))
        value = answer.value if answer and answer.value in Extent.values else Extent.UNKNOWN
        lived_words = lived.note or str(dict(Extent.choices).get(lived.value, "")) if lived else ""
        notes = [
            answer.note if answer else "",
            _("People lived: %(note)s") % {"note": lived_words} if lived_words else "",
        ]
        return Access(
            str(part.label).capitalize(), value, " ".join(filter(None, notes)), _source(answer) or _("no source yet")
        )


def resource_page(pk: UUID, membership: Membership) -> ResourcePage:
    """The page of one resource.

    Raises:
        Resource.DoesNotExist: not in this coalition.
    """
    rows = Resource.objects.select_related("organization", "place__neighborhood")
    return ResourcePage(with_facets(rows).get(pk=pk), membership)


def _answers(resource: Resource) -> Sequence[Any]:
    """Answers, each with the coalition's own question that it answers, if it is one."""
    asked = Question.objects.filter(key=OuterRef("question")).values(
        json=JSONObject(key="key", kind="kind", text="text", options="options")
    )
    return list(
        Answer.objects.filter(resource=resource).annotate(asked=Subquery(asked[:1])).order_by("question", "standing")
    )


def _own(answer: Any) -> Access:
    question = Question(**answer.asked)
    words = value_in_words(question, answer.value, answer.note)
    note = "" if words == answer.note else answer.note
    return Access(str(question), words, note, _source(answer))


def _source(answer: Answer | None) -> str:
    """How we know it, since when, and until when it holds."""
    if answer is None:
        return ""
    known = dict(KnownFrom.choices).get(answer.known_from, "") if answer.known_from else ""
    day = date_format(answer.answered_on, "DATE_FORMAT") if answer.answered_on else ""
    until = (
        _("holds until %(day)s") % {"day": date_format(answer.valid_until, "DATE_FORMAT")} if answer.valid_until else ""
    )
    return ", ".join(str(part) for part in (known, answer.source, day, until) if part)


def _in_season(rows: list[OpeningHours]) -> list[OpeningHours]:
    """Rows that hold today; all of them where none does, so that the week is never blank."""
    today = timezone.localdate()
    now = [
        row
        for row in rows
        if (row.season_from is None or row.season_from <= today)
        and (row.season_until is None or today <= row.season_until)
    ]
    return now or rows


def _opening_words(found: Opening, now: dt.datetime) -> str:
    at = spoken(found.at)
    if found.is_open:
        return _("Open now, until %(time)s") % {"time": at}
    if found.days_ahead == 0:
        return _("Opens today at %(time)s") % {"time": at}
    if found.days_ahead == 1:
        return _("Opens tomorrow at %(time)s") % {"time": at}
    day = WEEKDAYS[(now.weekday() + found.days_ahead) % 7]
    return _("Opens %(day)s at %(time)s") % {"day": day, "time": at}
