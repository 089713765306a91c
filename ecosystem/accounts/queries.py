"""Questions about people: who is here, what do we hold about one."""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from django.apps import apps
from django.db import models
from django.utils import timezone

from ecosystem.accounts.models import Invitation, Membership, Seat, SeatKind, Session, User
from ecosystem.privacy import vault
from ecosystem.privacy.erase import private_models
from ecosystem.privacy.export import export_person
from ecosystem.tenancy.models import CoalitionKey
from ecosystem.tenancy.registry import COALITION_TABLES

# What a seat of each kind is for: its model, by name, because it stands on a higher floor. Apps add theirs.
SEAT_MODELS: Final[dict[str, str]] = {SeatKind.SPEAKS_FOR: "mapping.Organization"}


@dataclass(frozen=True)
class HeldSeat:
    """A seat and what it is for."""

    id: UUID
    kind: str
    target: str


@dataclass(frozen=True)
class Person:
    """One line of the people page."""

    membership: Membership
    seats: list[HeldSeat]


def people() -> list[Person]:
    """The current members with their seats, by name."""
    members = list(Membership.objects.current().order_by("called", "pk"))
    seats: dict[UUID, list[HeldSeat]] = {}
    for seat in held_seats():
        seats.setdefault(seat[0], []).append(seat[1])
    return [Person(member, seats.get(member.pk, [])) for member in members]


def held_seats() -> list[tuple[UUID, HeldSeat]]:
    """Every seat with its holder, in one query a kind."""
    rows = list(Seat.objects.order_by("kind", "pk"))
    names = {kind: _names(kind, [row.target_id for row in rows if row.kind == kind]) for kind in {r.kind for r in rows}}
    return [
        (row.membership_id, HeldSeat(row.pk, row.get_kind_display(), names[row.kind].get(row.target_id, "")))
        for row in rows
    ]


def seat_targets(kind: str) -> models.QuerySet[Any]:
    """What a seat of this kind can be given for."""
    return apps.get_model(SEAT_MODELS[kind])._default_manager.all()


def _names(kind: str, ids: list[UUID]) -> dict[UUID, str]:
    if kind not in SEAT_MODELS:
        return {}
    return {row.pk: str(row) for row in seat_targets(kind).filter(pk__in=ids)}


def open_invitations() -> models.QuerySet[Invitation]:
    """Not used, not taken back, not too old; newest first."""
    found = Invitation.objects.filter(accepted_at=None, revoked_at=None, expires_at__gt=timezone.now())
    return found.select_related("invited_by", "replaces").order_by("-created_at")


def sessions(user: User) -> models.QuerySet[Session]:
    """Where an account is signed in, newest first."""
    return Session.objects.filter(user=user, expires_at__gt=timezone.now()).order_by("-created_on", "-expires_at")


def seats_of(membership: Membership) -> list[dict[str, str]]:
    """A person's seats and what they are for, for their export."""
    return [{"seat": str(seat.kind), "for": seat.target} for holder, seat in held_seats() if holder == membership.pk]


def held_about(membership: Membership) -> dict[str, Any]:
    """What apps say they hold of a person, and all other rows that point to the membership, as plain values."""
    rows = {}
    told = {*private_models(), Seat}  # the owning apps tell these, opened
    for model in COALITION_TABLES.values():
        if model in told:
            continue
        for field in _keys_to_members(model):
            found = [_plain(row, membership) for row in model._default_manager.filter(**{field: membership.pk})]
            if found:
                rows[f"{model._meta.label} ({field})"] = found
    coalition = {"name": membership.coalition.name, "address": membership.coalition.slug}
    return {"coalition": coalition, **export_person(membership), "rows": rows}


def _keys_to_members(model: type[models.Model]) -> list[str]:
    if model._meta.pk.name == "pgh_id":  # the history repeats the rows
        return []
    keys = [field for field in model._meta.local_concrete_fields if isinstance(field, CoalitionKey)]
    return [field.name for field in keys if field.related_model is Membership]


def _plain(row: models.Model, reader: Membership) -> dict[str, Any]:
    fields = [field for field in row._meta.local_concrete_fields if field.name != "coalition"]
    return {field.name: _value(field, row, reader) for field in fields}


def _value(field: "models.Field[Any, Any]", row: models.Model, reader: Membership) -> Any:
    """The value; of what is encrypted only that which the person's own key opens."""
    value = getattr(row, field.attname)
    if not isinstance(field, models.BinaryField) or not value:
        return value
    try:
        place = f"{row._meta.db_table}:{row.pk}:{field.column}"
        return vault.decrypt(value, owner=vault.Owner.member(reader.pk), bound_to=place)
    except vault.CannotOpen:
        return "encrypted"
