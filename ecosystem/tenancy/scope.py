"""The first wall: for which coalition, or for which person, do we act right now?"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID


class ScopeError(RuntimeError):
    """A coalition's table was touched without a scope, or with the wrong one."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What the database is told at the start of a transaction.

    `models` is None for members; for a link it names the only tables that the link may touch.
    """

    coalition_id: UUID | None = None
    user_id: UUID | None = None
    actor: str = ""
    action: str = ""
    link_kind: str = ""
    link_target: UUID | None = None
    models: frozenset[str] | None = None

    def settings(self) -> tuple[tuple[str, str], ...]:
        """Names and values of the transaction's settings, all free of quotes."""
        named = {
            "app.coalition_id": self.coalition_id,
            "app.user_id": self.user_id,
            "app.actor": self.actor,
            "app.action": self.action,
            "app.link_kind": self.link_kind,
        }
        return tuple((name, _plain(value)) for name, value in named.items())


NOBODY = Scope()
HOST, OPERATOR = "host", "operator"
_scope: ContextVar[Scope | None] = ContextVar("scope", default=None)


def _plain(value: UUID | str | None) -> str:
    words = str(value or "")
    if not all(letter.isalnum() or letter in "-_:." for letter in words):
        raise ScopeError(f"{words!r} cannot be part of a scope")
    return words


def current() -> Scope | None:
    return _scope.get()


def require_coalition() -> UUID:
    """The coalition that we act for.

    Raises:
        ScopeError: no coalition's scope is open.
    """
    scope = current()
    if scope is None or scope.coalition_id is None:
        raise ScopeError("No coalition's scope is open.")
    return scope.coalition_id


@contextmanager
def _push(scope: Scope) -> Iterator[Scope]:
    token = _scope.set(scope)
    try:
        yield scope
    finally:
        _scope.reset(token)


def coalition_scope(coalition_id: UUID, **who: Any) -> Any:
    """Act for one coalition. `who` takes the other fields of Scope."""
    if not isinstance(coalition_id, UUID):
        raise ScopeError(f"A coalition's scope needs its UUID, not {coalition_id!r}.")
    return _push(Scope(coalition_id=coalition_id, **who))


def user_scope(user_id: UUID, *, action: str = "") -> Any:
    """Act for a person in no coalition: only their own entries of the directory can be read."""
    if not isinstance(user_id, UUID):
        raise ScopeError(f"A person's scope needs their UUID, not {user_id!r}.")
    return _push(Scope(user_id=user_id, actor=f"user:{user_id}", action=action))


def host_scope(user_id: UUID, *, action: str = "") -> Any:
    """Open and close coalitions; nothing inside of one can be read."""
    return _push(Scope(user_id=user_id, actor=HOST, action=action))


def operator_scope(action: str) -> Any:
    """A command or a nightly job, before it visits the coalitions one by one."""
    return _push(Scope(actor=OPERATOR, action=action))


def narrowed(**changes: Any) -> Any:
    """The scope that is open, with other details, for the length of a block."""
    return _push(replace(current() or NOBODY, **changes))
