"""Who acts: every action takes one of these as `by`."""

from dataclasses import dataclass
from typing import TypeAlias
from uuid import UUID

from ecosystem.accounts.models import Membership


@dataclass(frozen=True, slots=True)
class LinkVisit:
    """Somebody without an account who came by a link."""

    kind: str
    target_id: UUID

    def __str__(self) -> str:
        return f"link:{self.kind}"


@dataclass(frozen=True, slots=True)
class Operator:
    """A command or a nightly job."""

    command: str

    def __str__(self) -> str:
        return f"operator:{self.command}"


Actor: TypeAlias = Membership | LinkVisit | Operator
