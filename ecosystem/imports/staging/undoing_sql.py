"""The statements of an undo, and the footprints that tell what people edited since. Allow-listed raw SQL, as in sql.py."""

from collections.abc import Sequence
from typing import Final

from django.db import models
from psycopg.sql import SQL, Composable, Identifier, Literal

from ecosystem.imports.staging.merging_sql import comma
from ecosystem.imports.staging.sql import HERE, id_of
from ecosystem.imports.targets import Table
from ecosystem.tenancy.models import CoalitionKey

FORGET_REFUSED: Final = "DROP TABLE IF EXISTS refused"
MAKE_REFUSED: Final = "CREATE TEMP TABLE refused (main_id uuid PRIMARY KEY) ON COMMIT DROP"
FORGET_KEYS: Final = SQL("""
UPDATE imports_sourcekey SET fingerprint = '' WHERE coalition_id = {here} AND spreadsheet_id = %s
""").format(here=HERE)


def children_of(table: Table, mains: Sequence[str]) -> list[tuple[str, str]]:
    """Tables that hang on this one, whatever app they belong to: name and column. Main tables stand for themselves."""
    found = []
    for relation in table.model._meta.related_objects:
        field = relation.field
        name = relation.related_model._meta.db_table  # type: ignore[union-attr] # resolved by now
        if isinstance(field, CoalitionKey) and name not in mains and hasattr(relation.related_model, "is_walled"):
            found.append((name, field.column))
    return sorted(found)


def footprint() -> Composable:
    """The sum of versions of a row and of all that hangs on it. Its parts come from `footprint_parts`."""
    return SQL("(uuid_hash_extended(t.id, t.version)::numeric + COALESCE(hanging.total, 0))::text")


def footprint_parts(table: Table, mains: Sequence[str]) -> Composable:
    """A join that sums what hangs on each main row of this import: set by set, not row by row."""
    parts: list[Composable] = [
        SQL(
            "SELECT c.{column} AS id, uuid_hash_extended(c.id, c.version)::numeric AS one FROM {child} c "
            "WHERE c.coalition_id = {here} AND c.{column} IN (SELECT row_id FROM main_ids)"
        ).format(child=Identifier(name), here=HERE, column=Identifier(column))
        for name, column in children_of(table, mains)
    ]
    nothing = SQL("SELECT NULL::uuid AS id, 0::numeric AS one WHERE false")
    return SQL(
        "LEFT JOIN (SELECT id, sum(one) AS total FROM ({}) every GROUP BY id) hanging ON hanging.id = t.id"
    ).format(SQL(" UNION ALL ").join(parts or [nothing]))


def main_ids(table: Table) -> Composable:
    """The main rows of one table that this import touched."""
    return SQL("""
        WITH main_ids AS MATERIALIZED (
            SELECT row_id FROM imports_formerrow
            WHERE coalition_id = {here} AND spreadsheet_id = %s AND "table" = {name} AND row_id = main_id
        )
    """).format(here=HERE, name=Literal(table.name))


def keep_footprints(table: Table, mains: Sequence[str]) -> Composable:
    return SQL("""
        {main_ids}
        UPDATE imports_formerrow f SET footprint = {footprint}
        FROM {table} t {parts}
        WHERE f.coalition_id = {here} AND f.spreadsheet_id = %s AND f."table" = {name} AND f.row_id = f.main_id
          AND t.coalition_id = {here} AND t.id = f.row_id
    """).format(
        main_ids=main_ids(table), footprint=footprint(), table=Identifier(table.name), parts=footprint_parts(table, mains),
        here=HERE, name=Literal(table.name),
    )  # fmt: skip


def find_refused(table: Table, mains: Sequence[str]) -> Composable:
    """Records that are not as the merge left them: edited, or gone."""
    return SQL("""
        {main_ids}
        INSERT INTO refused (main_id)
        SELECT f.row_id FROM imports_formerrow f
        LEFT JOIN {table} t ON t.coalition_id = {here} AND t.id = f.row_id {parts}
        WHERE f.coalition_id = {here} AND f.spreadsheet_id = %s AND f."table" = {name} AND f.row_id = f.main_id
          AND f.footprint <> '' AND (t.id IS NULL OR f.footprint <> {footprint})
        ON CONFLICT DO NOTHING
    """).format(
        main_ids=main_ids(table), table=Identifier(table.name), here=HERE, name=Literal(table.name),
        parts=footprint_parts(table, mains), footprint=footprint(),
    )  # fmt: skip


def mark_refused(tables: Sequence[Table], record: str) -> Composable:
    """The staged rows whose record, or what it hangs on, was not as the merge left it."""
    parts = [
        SQL("EXISTS (SELECT 1 FROM refused r WHERE r.main_id = {})").format(id_of(table.key, record))
        for table in tables
        if table.is_main
    ]
    return SQL("""
        UPDATE imports_stagedrow s SET is_refused = true
        WHERE s.coalition_id = {here} AND s.spreadsheet_id = %s AND s.record_id IS NOT NULL
          AND (s.state IN ('new', 'changed') OR (s.state = 'duplicate' AND s.decision = 'merge')) AND ({parts})
    """).format(here=HERE, parts=SQL(" OR ").join(parts))


def of_import(table: str) -> Composable:
    """Lines of this import about a table whose record was not refused, as `f`."""
    return SQL(
        """f.coalition_id = {here} AND f.spreadsheet_id = %s AND f."table" = {name}
        AND NOT EXISTS (SELECT 1 FROM refused r WHERE r.main_id = f.main_id)"""
    ).format(here=HERE, name=Literal(table))


def remove_added(table: Table) -> Composable:
    """Children that the merge added below records that were there before."""
    return SQL("""
        DELETE FROM {table} c USING imports_formerrow f
        WHERE {of_import} AND f.former IS NULL AND f.row_id <> f.main_id AND c.coalition_id = {here} AND c.id = f.row_id
    """).format(table=Identifier(table.name), of_import=of_import(table.name), here=HERE)


def remove_children_of_new(table: Table, child: str, column: str) -> Composable:
    """All that hangs on records that the merge made."""
    return SQL("""
        DELETE FROM {child} c USING imports_formerrow f
        WHERE {of_import} AND f.former IS NULL AND f.row_id = f.main_id
          AND c.coalition_id = {here} AND c.{column} = f.row_id
    """).format(
        child=Identifier(child),
        of_import=of_import(table.name),
        here=HERE,
        column=Identifier(column),
    )


def spare_used(table: Table, others: Sequence[Table]) -> Composable:
    """A new record on which something still hangs that stays (a refused row, a newer one) stays too."""
    used = [
        SQL("SELECT 1 FROM {other} o WHERE o.coalition_id = {here} AND o.{column} = f.row_id").format(
            other=Identifier(other.name), here=HERE, column=Identifier(column)
        )
        for other in others
        for column, key in other.parents.items()
        if other.is_main and key == table.key
    ]
    return SQL("""
        INSERT INTO refused (main_id)
        SELECT DISTINCT f.row_id FROM imports_formerrow f
        WHERE {of_import} AND f.former IS NULL AND f.row_id = f.main_id AND ({used})
        ON CONFLICT DO NOTHING
    """).format(
        of_import=of_import(table.name),
        used=SQL(" OR ").join([SQL("EXISTS ({})").format(part) for part in used]) if used else SQL("false"),
    )


def remove_mains(table: Table) -> Composable:
    return SQL("""
        DELETE FROM {table} t USING imports_formerrow f
        WHERE {of_import} AND f.former IS NULL AND f.row_id = f.main_id AND t.coalition_id = {here} AND t.id = f.row_id
    """).format(table=Identifier(table.name), of_import=of_import(table.name), here=HERE)


def restored(model: type[models.Model]) -> list[str]:
    """Columns that come back: all but the key, the version (a trigger counts it) and the times."""
    kept = {"id", "coalition_id", "version", "created_at", "updated_at"}
    columns = [str(field.column) for field in model._meta.local_concrete_fields]
    return [column for column in columns if column not in kept]


def restore(table: Table) -> Composable:
    """Rows that were there before say again what they said, where they say something else now."""
    columns = restored(table.model)
    return SQL("""
        UPDATE {table} t SET {sets}
        FROM imports_formerrow f CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, f.former) p
        WHERE {of_import} AND f.former IS NOT NULL AND t.coalition_id = {here} AND t.id = f.row_id
          AND ({now}) IS DISTINCT FROM ({then})
    """).format(
        table=Identifier(table.name),
        sets=comma([SQL("{0} = p.{0}").format(Identifier(column)) for column in columns]),
        of_import=of_import(table.name),
        here=HERE,
        now=comma([SQL("t.{}").format(Identifier(column)) for column in columns]),
        then=comma([SQL("p.{}").format(Identifier(column)) for column in columns]),
    )


def bring_back(table: Table) -> Composable:
    """Children that the merge removed."""
    columns = ["id", *restored(table.model), "created_at"]
    return SQL("""
        INSERT INTO {table} (coalition_id, {names})
        SELECT {here}, {values}
        FROM imports_formerrow f CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, f.former) p
        WHERE {of_import} AND f.former IS NOT NULL AND f.row_id <> f.main_id
          AND NOT EXISTS (SELECT 1 FROM {table} t WHERE t.coalition_id = {here} AND t.id = f.row_id)
    """).format(
        table=Identifier(table.name),
        names=comma([Identifier(column) for column in columns]),
        here=HERE,
        values=comma([SQL("p.{}").format(Identifier(column)) for column in columns]),
        of_import=of_import(table.name),
    )
