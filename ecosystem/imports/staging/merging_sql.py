"""The statements of one merge, built from a target's tables. Allow-listed raw SQL, as in sql.py."""

from collections.abc import Sequence
from typing import Final

from django.db import models
from psycopg.sql import SQL, Composable, Identifier, Literal

from ecosystem.imports.staging.sql import (
    HERE,
    NEW_ID,
    default_of,
    id_of,
    lookup_joins,
    record_columns,
    type_of,
    value_of,
)
from ecosystem.imports.targets import Table

MAKE_WERE_THERE: Final = SQL("""
CREATE TEMP TABLE were_there ON COMMIT DROP AS
SELECT DISTINCT row_id AS id FROM imports_formerrow
WHERE coalition_id = {here} AND spreadsheet_id = %s AND former IS NOT NULL
""").format(here=HERE)
INDEX_WERE_THERE: Final = "CREATE INDEX ON were_there (id)"
ANALYZE_WERE_THERE: Final = "ANALYZE were_there"
FORGET_WANTED: Final = "DROP TABLE IF EXISTS wanted"
ANALYZE_WANTED: Final = "ANALYZE wanted"


def comma(parts: Sequence[Composable]) -> Composable:
    return SQL(", ").join(parts)


def names(columns: Sequence[str]) -> Composable:
    return comma([Identifier(column) for column in columns])


def log_mains(table: Table, record: str) -> Composable:
    """Every main row that the merge may touch, as it is before; those that are not there yet have nothing in `former`.

    Rows that are new themselves touch what they hang on only where they add children to it.
    """
    return SQL("""
        INSERT INTO imports_formerrow (id, coalition_id, spreadsheet_id, "table", row_id, main_id, former, footprint)
        SELECT {new_id}, {here}, %s, {name}, s.id, s.id, to_jsonb(t), ''
        FROM (SELECT DISTINCT {id} AS id FROM taken s WHERE {id} IS NOT NULL) s
        LEFT JOIN {table} t ON t.coalition_id = {here} AND t.id = s.id
    """).format(
        new_id=NEW_ID, here=HERE, name=Literal(table.name), id=id_of(table.key, record), table=Identifier(table.name)
    )


def insert_mains(table: Table, record: str) -> Composable:
    """Rows that are not there yet; of several staged rows that bring the same one, the first."""
    is_record = table.key == record
    columns = [*table.columns, *table.parents]
    defaults = [
        SQL("COALESCE({}, {})").format(value_of(table, column), default_of(table.model, column))
        for column in table.columns
    ]
    parents = [id_of(key, record) for key in table.parents.values()]
    return SQL("""
        INSERT INTO {table} ({id}, coalition_id, {names})
        SELECT DISTINCT ON ({row_id}) {row_id}, {here}, {values}
        FROM taken s CROSS JOIN LATERAL jsonb_to_record(s.writes->{key}) AS e({columns}) {joins}
        WHERE {row_id} IS NOT NULL AND s.writes ? {key} {only}
          AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.coalition_id = {here} AND t.id = {row_id})
        ORDER BY {row_id}, s.position
    """).format(
        table=Identifier(table.name),
        id=Identifier("id"),
        names=comma([*(Identifier(column) for column in columns), *extra_names(table)]),
        here=HERE,
        row_id=id_of(table.key, record),
        values=comma([*defaults, *parents, *extra_values(table)]),
        key=Literal(table.key),
        columns=record_columns(table),
        joins=lookup_joins(table),
        only=SQL("AND s.is_new") if is_record else SQL(""),
    )


def left_columns(table: Table) -> list["models.Field[object, object]"]:
    """Columns that have no default in the database and that no row names."""
    named = {"id", "coalition_id", *table.columns, *table.parents}
    fields = table.model._meta.local_concrete_fields
    return [field for field in fields if field.column not in named and not field.null and not field.has_db_default()]


def extra_names(table: Table) -> list[Composable]:
    return [Identifier(str(field.column)) for field in left_columns(table)]


def extra_values(table: Table) -> list[Composable]:
    return [
        SQL("{}::{}").format(default_of(table.model, str(field.column)), type_of(table.model, str(field.column)))
        for field in left_columns(table)
    ]


def update_mains(table: Table, record: str) -> Composable:
    """Changed rows take what their staged row says; columns that it does not name stay."""
    sets = [
        SQL("{column} = COALESCE({value}, t.{column})").format(column=Identifier(column), value=value_of(table, column))
        for column in table.columns
    ]
    moved = [
        SQL("{column} = COALESCE({id}, t.{column})").format(column=Identifier(column), id=id_of(key, record))
        for column, key in table.parents.items()
    ]
    return SQL("""
        UPDATE {table} t SET {sets}
        FROM taken s CROSS JOIN LATERAL jsonb_to_record(s.writes->{key}) AS e({columns}) {joins}
        WHERE t.coalition_id = {here} AND t.id = {row_id} AND NOT s.is_new AND s.writes ? {key}
    """).format(
        table=Identifier(table.name),
        sets=comma([*sets, *moved]),
        key=Literal(table.key),
        columns=record_columns(table),
        joins=lookup_joins(table),
        here=HERE,
        row_id=id_of(table.key, record),
    )


def wanted_children(table: Table, record: str) -> Composable:
    """What rows say of one kind of child: parent, then columns."""
    (parent_key,) = table.parents.values()
    return SQL("""
        SELECT {parent} AS parent_id, s.is_new, s.position AS row_position, {values}
        FROM taken s CROSS JOIN LATERAL jsonb_to_recordset(s.writes->{key}) AS e({columns}) {joins}
        WHERE s.writes ? {key} AND {parent} IS NOT NULL
    """).format(
        parent=id_of(parent_key, record),
        values=comma(
            [
                SQL("COALESCE({}, {}) AS {}").format(value_of(table, c), default_of(table.model, c), Identifier(c))
                for c in table.columns
            ]
        ),
        key=Literal(table.key),
        columns=record_columns(table),
        joins=lookup_joins(table),
    )


def make_wanted(table: Table, record: str) -> Composable:
    return SQL("CREATE TEMP TABLE wanted ON COMMIT DROP AS {}").format(wanted_children(table, record))


def is_same_child(table: Table) -> Composable:
    """Child `c` is what wanted line `w` says."""
    (parent,) = table.parents
    parts = [SQL("c.coalition_id = {} AND c.{} = w.parent_id").format(HERE, Identifier(parent))]
    parts += [SQL("c.{0} = w.{0}").format(Identifier(column)) for column in table.match]
    return SQL(" AND ").join(parts)


def drop_children(table: Table, record: str) -> Composable:
    """In lists that the file names whole, what it does not name any more goes; it is kept for undo."""
    (parent,) = table.parents
    (parent_key,) = table.parents.values()
    return SQL("""
        WITH gone AS (
            DELETE FROM {table} c USING taken s
            WHERE c.coalition_id = {here} AND c.{parent} = {id} AND NOT s.is_new AND s.writes ? {key}
              AND NOT EXISTS (SELECT 1 FROM wanted w WHERE {same})
            RETURNING c.id, c.{parent} AS main_id, to_jsonb(c) AS former
        )
        INSERT INTO imports_formerrow (id, coalition_id, spreadsheet_id, "table", row_id, main_id, former, footprint)
        SELECT {new_id}, {here}, %s, {name}, id, main_id, former, '' FROM gone
    """).format(
        table=Identifier(table.name),
        here=HERE,
        parent=Identifier(parent),
        id=id_of(parent_key, record),
        key=Literal(table.key),
        same=is_same_child(table),
        new_id=NEW_ID,
        name=Literal(table.name),
    )


def differing(table: Table) -> Composable | None:
    rest = [column for column in table.columns if column not in table.match]
    if not rest:
        return None
    pairs = [SQL("c.{0} IS DISTINCT FROM w.{0}").format(Identifier(column)) for column in rest]
    return SQL("(") + SQL(" OR ").join(pairs) + SQL(")")


def log_children(table: Table) -> Composable:
    (parent,) = table.parents
    return SQL("""
        INSERT INTO imports_formerrow (id, coalition_id, spreadsheet_id, "table", row_id, main_id, former, footprint)
        SELECT {new_id}, {here}, %s, {name}, c.id, c.{parent}, to_jsonb(c), ''
        FROM {table} c JOIN wanted w ON {same} WHERE NOT w.is_new AND {differs}
    """).format(
        new_id=NEW_ID,
        here=HERE,
        name=Literal(table.name),
        parent=Identifier(parent),
        table=Identifier(table.name),
        same=is_same_child(table),
        differs=differing(table) or SQL("false"),
    )


def update_children(table: Table) -> Composable:
    rest = [column for column in table.columns if column not in table.match]
    return SQL("UPDATE {table} c SET {sets} FROM wanted w WHERE {same} AND NOT w.is_new AND {differs}").format(
        table=Identifier(table.name),
        sets=comma([SQL("{0} = w.{0}").format(Identifier(column)) for column in rest]),
        same=is_same_child(table),
        differs=differing(table) or SQL("false"),
    )


def insert_children(table: Table) -> Composable:
    """Children that are not there yet, each once; those below rows that were there before are noted for undo."""
    (parent,) = table.parents
    matched = comma([SQL("w.{}").format(Identifier(column)) for column in table.match])
    missing = SQL(" AND ").join(SQL("w.{} IS NOT NULL").format(Identifier(column)) for column in table.lookups)
    return SQL("""
        WITH added AS (
            INSERT INTO {table} (id, coalition_id, {parent}, {names})
            SELECT {new_id}, {here}, d.parent_id, {values} FROM (
                SELECT DISTINCT ON (w.parent_id, {matched}) w.* FROM wanted w
                WHERE {not_lost} AND NOT EXISTS (SELECT 1 FROM {table} c WHERE {same})
                ORDER BY w.parent_id, {matched}, w.row_position
            ) d ORDER BY d.row_position
            RETURNING id, {parent} AS main_id
        )
        INSERT INTO imports_formerrow (id, coalition_id, spreadsheet_id, "table", row_id, main_id, former, footprint)
        SELECT {new_id}, {here}, %s, {name}, a.id, a.main_id, NULL, '' FROM added a
        WHERE EXISTS (SELECT 1 FROM were_there m WHERE m.id = a.main_id)
    """).format(
        table=Identifier(table.name),
        parent=Identifier(parent),
        names=comma([*(Identifier(column) for column in table.columns), *extra_names(table)]),
        new_id=NEW_ID,
        here=HERE,
        values=comma([*(SQL("d.{}").format(Identifier(column)) for column in table.columns), *extra_values(table)]),
        matched=matched,
        not_lost=missing if table.lookups else SQL("true"),
        same=is_same_child(table),
        name=Literal(table.name),
    )
