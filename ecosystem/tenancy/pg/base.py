"""The connection: tells PostgreSQL the scope, for the transaction only, and starts the embedded server when needed."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base, features, operations
from django.db.backends.utils import CursorDebugWrapper, CursorWrapper
from django.db.models import Model

from ecosystem import embedded
from ecosystem.tenancy.scope import NOBODY, ScopeError, current

UNSET = tuple((name, "") for name, _ in NOBODY.settings())
UNKNOWN: tuple[tuple[str, str], ...] = ()


class DatabaseFeatures(features.DatabaseFeatures):
    def allows_group_by_selected_pks_on_model(self, model: type[Model]) -> bool:
        """The real key is (coalition_id, id): grouping by id alone says nothing to PostgreSQL."""
        return not hasattr(model, "is_walled") and super().allows_group_by_selected_pks_on_model(model)


class DatabaseOperations(operations.DatabaseOperations):
    compiler_module = "ecosystem.tenancy.pg.compiler"


class _Scoped:
    """Sends the scope before the first statement that needs it."""

    db: Any

    def _execute_with_wrappers(self, sql: Any, params: Any, many: bool, executor: Callable[..., Any]) -> Any:
        self.db.tell_scope()
        return super()._execute_with_wrappers(sql, params, many, executor)  # type: ignore[misc] # of the mixed-in class


class ScopedCursor(_Scoped, CursorWrapper):
    pass


class ScopedDebugCursor(_Scoped, CursorDebugWrapper):
    pass


class DatabaseWrapper(base.DatabaseWrapper):
    """A PostgreSQL connection that cannot forget for whom it acts.

    The settings are transaction-local, never the session's: behind PgBouncer those would leak. Whatever can end or
    rewind a transaction makes us forget what the server holds, so that it is told again.
    """

    features_class = DatabaseFeatures
    ops_class = DatabaseOperations
    _told: tuple[tuple[str, str], ...] = UNSET
    _rewinding = False

    def tell_scope(self) -> None:
        wanted = (current() or NOBODY).settings()
        if wanted == self._told or self.needs_rollback or self._rewinding:
            return
        if not self.in_atomic_block:
            if wanted == UNSET:
                return
            raise ScopeError("A query inside a scope needs a transaction: the settings live no longer than that.")
        told = dict(self._told)
        with self.connection.cursor() as cursor:  # one statement per string: a distributed engine forwards strings
            for name, value in wanted:
                if told.get(name) != value:
                    cursor.execute(f"SET LOCAL {name} = '{value}'")
        self._told = wanted

    def make_cursor(self, cursor: Any) -> ScopedCursor:
        return ScopedCursor(cursor, self)

    def make_debug_cursor(self, cursor: Any) -> ScopedDebugCursor:
        return ScopedDebugCursor(cursor, self)

    def get_connection_params(self) -> dict[str, Any]:
        if not self.settings_dict.get("EMBEDDED"):
            return super().get_connection_params()
        cluster = embedded.start(settings.DATA_DIR)
        self.settings_dict["HOST"] = cluster.host
        self.settings_dict["PASSWORD"] = cluster.passwords[self.settings_dict["USER"]]
        return super().get_connection_params()

    def connect(self) -> None:
        """What Django asks on connecting (types of the server) is about no coalition."""
        self._told, self._rewinding = UNSET, True
        try:
            super().connect()
        finally:
            self._rewinding = False

    def _set_autocommit(self, autocommit: bool) -> None:
        self._told = UNSET
        super()._set_autocommit(autocommit)  # type: ignore[misc] # Django has it, its stubs do not

    def _commit(self) -> None:
        self._told = UNSET
        super()._commit()  # type: ignore[misc] # Django has it, its stubs do not

    def _rollback(self) -> None:
        self._told = UNSET
        super()._rollback()  # type: ignore[misc] # Django has it, its stubs do not

    def _savepoint_commit(self, sid: str) -> None:
        with self._forgetting():
            super()._savepoint_commit(sid)  # type: ignore[misc] # Django has it, its stubs do not

    def _savepoint_rollback(self, sid: str) -> None:
        with self._forgetting():
            super()._savepoint_rollback(sid)  # type: ignore[misc] # Django has it, its stubs do not

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        self._told, self._rewinding = UNKNOWN, True
        try:
            yield
        finally:
            self._rewinding = False
