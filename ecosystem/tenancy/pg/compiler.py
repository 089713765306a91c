"""The second wall: the ORM writes no statement about a coalition's table without the coalition in it."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Field, Model
from django.db.models.sql import compiler
from django.db.models.sql.query import Query

from ecosystem.tenancy.registry import COALITION_TABLES
from ecosystem.tenancy.scope import Scope, ScopeError, current


def _walled_aliases(query: Query) -> Iterator[tuple[str, type[Model]]]:
    """The tables of coalitions that this query really uses, with their aliases."""
    for alias, table in query.alias_map.items():
        model = COALITION_TABLES.get(table.table_name)
        if model is not None and query.alias_refcount.get(alias):
            yield alias, model


def _allow(model: type[Model], scope: Scope | None) -> Scope:
    label = model._meta.label
    if scope is None or (
        scope.coalition_id is None and not (scope.user_id and getattr(model, "readable_by_user", False))
    ):
        raise ScopeError(f"{label} needs a coalition's scope.")
    if scope.models is not None and label not in scope.models:
        raise ScopeError(f"{label} is out of reach for a link of kind {scope.link_kind}.")
    return scope


def _conditions(query: Query) -> list[Any]:
    """One condition for each coalition table in this query: the rows are those of the scope.

    Raises:
        ScopeError: there is no scope, or the query starts from a table that belongs to no coalition.
    """
    walled = list(_walled_aliases(query))
    owner = COALITION_TABLES.get(query.get_meta().db_table) if query.model else None
    if owner is None and not walled:
        return []
    scope = _allow(owner or walled[0][1], current())
    for _, model in walled:
        _allow(model, scope)
    if walled and owner is None:
        raise ScopeError(
            f"A query from {query.model and query.model._meta.label} cannot join {walled[0][1]._meta.label}."
        )
    if scope.coalition_id is None or query.combinator or not walled:
        return []  # a person's own directory, or a union whose parts carry the condition themselves
    alias, model = walled[0]  # not the initial alias: exclude() over a reverse relation trims that one away
    coalition: Field[Any, Any] = model._meta.get_field("coalition")  # type: ignore[assignment] # never a relation's reverse
    lookup: Any = coalition.get_lookup("exact")
    return [lookup(coalition.get_col(alias), scope.coalition_id)]


class SQLCompiler(compiler.SQLCompiler):
    def pre_sql_setup(self, with_col_aliases: bool = False) -> Any:
        answer = super().pre_sql_setup(with_col_aliases=with_col_aliases)
        if conditions := _conditions(self.query):
            where = self.query.where.clone()  # the query itself stays as it was: it may be read again elsewhere
            for condition in conditions:
                where.add(condition, "AND")
            self.where, self.having, self.qualify = where.split_having_qualify(
                must_group_by=self.query.group_by is not None
            )
        return answer


class SQLInsertCompiler(compiler.SQLInsertCompiler):
    def as_sql(self) -> Any:  # type: ignore[override] # the stubs take the signature from SELECT's
        model = COALITION_TABLES.get(self.query.get_meta().db_table)
        if model is not None:
            scope = _allow(model, current())
            rows: list[Any] = list(self.query.objs)
            if any(row.coalition_id != scope.coalition_id for row in rows):
                raise ScopeError(f"A row of {model._meta.label} was meant for another coalition.")
        return super().as_sql()


class _Narrowed:
    """Adds the condition to the statement's own WHERE: updates and deletes are never read again."""

    query: Query

    def as_sql(self) -> Any:
        self.query.get_initial_alias()
        for condition in _conditions(self.query):
            self.query.where.add(condition, "AND")
        return super().as_sql()  # type: ignore[misc] # of the mixed-in class


class SQLUpdateCompiler(_Narrowed, compiler.SQLUpdateCompiler):  # type: ignore[misc] # see SQLInsertCompiler
    pass


class SQLDeleteCompiler(_Narrowed, compiler.SQLDeleteCompiler):  # type: ignore[misc] # see SQLInsertCompiler
    pass


class SQLAggregateCompiler(compiler.SQLAggregateCompiler):
    """The inner query is compiled by SQLCompiler above."""
