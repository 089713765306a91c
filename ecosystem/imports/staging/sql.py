"""The raw SQL of imports. Names come from models, values are parameters, and every statement says the coalition.

COPY does not work into tables with row level security: it goes into a temporary table, then INSERT … SELECT.
"""

from typing import Any, Final

from django.db import models
from psycopg.sql import SQL, Composable, Identifier, Literal

from ecosystem.imports.targets import Table

HERE: Final = SQL("NULLIF(current_setting('app.coalition_id', true), '')::uuid")
STAGED: Final = (
    "position", "sheet", "number", "label", "cells", "values", "problems", "changes", "writes", "like", "ids", "state",
    "reason", "key", "fingerprint", "record_id",
)  # fmt: skip
MAKE_ARRIVED: Final = """
CREATE TEMP TABLE arrived (
    position int, sheet smallint, number int, label text, cells jsonb, "values" jsonb, problems jsonb, changes jsonb,
    writes jsonb, "like" jsonb, ids jsonb, state text, reason text, key text, fingerprint text, record_id uuid
) ON COMMIT DROP
"""
COPY_ARRIVED: Final = "COPY arrived FROM STDIN"
DROP_ARRIVED: Final = "DROP TABLE IF EXISTS arrived"
# Random, not by time: keys begin with the coalition, so rows lie close together anyway, and making one costs half.
NEW_ID: Final = SQL("gen_random_uuid()")
STAGE_ARRIVED: Final = SQL("""
INSERT INTO imports_stagedrow (id, coalition_id, spreadsheet_id, position, sheet, number, label, cells, typed, "values",
    problems, changes, writes, picks, "like", ids, state, reason, decision, key, fingerprint, record_id, is_refused)
SELECT {new_id}, {here}, %s, position, sheet, number, label, cells, '{{}}', "values",
    problems, changes, writes, '{{}}', "like", ids, state, reason, '', key, fingerprint, record_id, false
FROM arrived ORDER BY position
""").format(new_id=NEW_ID, here=HERE)
MAKE_TAKEN: Final = SQL("""
CREATE TEMP TABLE taken ON COMMIT DROP AS
SELECT position, record_id, ids, writes, key, fingerprint, state = 'new' AS is_new
FROM imports_stagedrow
WHERE coalition_id = {here} AND spreadsheet_id = %s AND record_id IS NOT NULL
  AND (state IN ('new', 'changed') OR (state = 'duplicate' AND decision = 'merge'))
""").format(here=HERE)
FORGET_TEMPORARY: Final = "DROP TABLE IF EXISTS taken, kept_keys, wanted, were_there"
# Thousands of fresh rows have no statistics yet, and only the owner may ANALYZE: without this the planner loops over them.
BY_SETS: Final = "SET LOCAL enable_nestloop = off; SET LOCAL work_mem = '96MB'"
AS_USUAL: Final = "SET LOCAL enable_nestloop = on; SET LOCAL work_mem = DEFAULT"
COUNT_TAKEN: Final = "SELECT count(*) FROM taken"
ANALYZE_TAKEN: Final = "ANALYZE taken"
KEEP_KEYS: Final = SQL("""
CREATE TEMP TABLE kept_keys ON COMMIT DROP AS
SELECT s.key, s.record_id, s.fingerprint, false AS is_open
FROM imports_stagedrow s
WHERE s.coalition_id = {here} AND s.spreadsheet_id = %s AND s.record_id IS NOT NULL AND s.key <> ''
  AND (s.state = 'same' OR EXISTS (SELECT 1 FROM taken t WHERE t.position = s.position))
UNION ALL
SELECT s.key, COALESCE((s."like"->>'id')::uuid, o.record_id), s.fingerprint, true
FROM imports_stagedrow s
LEFT JOIN imports_stagedrow o ON o.coalition_id = {here} AND o.spreadsheet_id = s.spreadsheet_id
  AND o.position = (s."like"->>'position')::int
WHERE s.coalition_id = {here} AND s.spreadsheet_id = %s AND s.state = 'duplicate' AND s.decision = '' AND s.key <> ''
  AND COALESCE((s."like"->>'id')::uuid, o.record_id) IS NOT NULL
""").format(here=HERE)
RENEW_KEYS: Final = SQL("""
UPDATE imports_sourcekey k
SET record_id = n.record_id, fingerprint = n.fingerprint, is_open = n.is_open, spreadsheet_id = %s
FROM kept_keys n
WHERE k.coalition_id = {here} AND k.target = %s AND k.key = n.key
  AND (k.record_id, k.fingerprint, k.is_open) IS DISTINCT FROM (n.record_id, n.fingerprint, n.is_open)
""").format(here=HERE)
ADD_KEYS: Final = SQL("""
INSERT INTO imports_sourcekey (id, coalition_id, target, key, record_id, fingerprint, is_open, spreadsheet_id)
SELECT {new_id}, {here}, %s, n.key, n.record_id, n.fingerprint, n.is_open, %s
FROM kept_keys n
WHERE NOT EXISTS (SELECT 1 FROM imports_sourcekey k WHERE k.coalition_id = {here} AND k.target = %s AND k.key = n.key)
""").format(new_id=NEW_ID, here=HERE)
LOST_RECORDS: Final = SQL("""
DELETE FROM taken t WHERE NOT t.is_new AND NOT t.ids ? 'bare'
  AND NOT EXISTS (SELECT 1 FROM {table} r WHERE r.coalition_id = {here} AND r.id = t.record_id)
  AND NOT EXISTS (SELECT 1 FROM taken n WHERE n.is_new AND n.record_id = t.record_id)
""")


def type_of(model: type[models.Model], column: str) -> Composable:
    from django.db import connection

    field = column_field(model, column)
    return SQL(field.db_type(connection) or "text")


def column_field(model: type[models.Model], column: str) -> "models.Field[Any, Any]":
    return next(field for field in model._meta.local_concrete_fields if field.column == column)


def default_of(model: type[models.Model], column: str) -> Composable:
    """What stands in a column that a row says nothing about, as a model's new row would have it."""
    field = column_field(model, column)
    if field.null or not (field.has_default() or field.empty_strings_allowed):
        return SQL("NULL")
    value = field.get_default() if field.has_default() else ""
    return Literal(value) if isinstance(value, str | int | bool) else SQL("NULL")


def record_columns(table: Table) -> Composable:
    """The columns that come out of a row's JSON; looked-up ones come as words."""
    parts = [
        SQL("{} {}").format(Identifier(name), SQL("text") if name in table.lookups else type_of(table.model, name))
        for name in table.columns
    ]
    return SQL(", ").join(parts)


def id_of(key: str, record: str) -> Composable:
    """Where a staged row holds the id of a main row."""
    return SQL("s.record_id") if key == record else SQL("(s.ids->>{})::uuid").format(Literal(key))


def value_of(table: Table, column: str) -> Composable:
    if column in table.lookups:
        return SQL("{}.id").format(Identifier(f"of_{column}"))
    return SQL("e.{}").format(Identifier(column))


def lookup_joins(table: Table) -> Composable:
    joins = [
        SQL("LEFT JOIN {model} {alias} ON {alias}.coalition_id = {here} AND {alias}.{key} = e.{column}").format(
            model=Identifier(model._meta.db_table),
            alias=Identifier(f"of_{column}"),
            here=HERE,
            key=Identifier(key),
            column=Identifier(column),
        )
        for column, (model, key) in table.lookups.items()
    ]
    return SQL(" ").join(joins)
