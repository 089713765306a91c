"""The third and fourth wall, as a migration operation: `Wall("need")`."""

import hashlib
from typing import Any

from django.conf import settings
from django.db.migrations.operations.base import Operation
from django.db.models import Model

from ecosystem.tenancy.models.owned import CoalitionKey

SCOPED = "coalition_id = NULLIF(current_setting('app.coalition_id', true), '')::uuid"
OWN_ENTRY = (
    "user_id = NULLIF(current_setting('app.user_id', true), '')::uuid "
    "AND COALESCE(current_setting('app.coalition_id', true), '') = ''"
)
NO_LINK = "COALESCE(current_setting('app.link_kind', true), '') = ''"
COUNT_VERSIONS = """
CREATE OR REPLACE FUNCTION count_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.updated_at := clock_timestamp();
    RETURN NEW;
END $$
"""


def _short(table: str, *parts: str) -> str:
    """A name for a constraint, within PostgreSQL's 63 letters."""
    name = "_".join((table, *parts))
    return name if len(name) <= 60 else f"{name[:50]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def composite_key(table: str, column: str, target: str) -> list[str]:
    """SQL of one key that stays inside the coalition, with its index."""
    return [
        f'ALTER TABLE "{table}" ADD CONSTRAINT "{_short(table, column, "in_coalition")}" '
        f'FOREIGN KEY (coalition_id, "{column}") REFERENCES "{target}" (coalition_id, id)',
        f'CREATE INDEX "{_short(table, column, "ix")}" ON "{table}" (coalition_id, "{column}")',
    ]


WRITE, APPEND = "SELECT, INSERT, UPDATE, DELETE", "SELECT, INSERT"


def policies(table: str, *, readable_by_user: bool, sealed: bool, rights: str = WRITE) -> list[str]:
    """SQL of row level security. One permissive policy for a role: two would be OR-ed."""
    role = settings.DATABASE_ROLES
    using = f"({SCOPED}) OR ({OWN_ENTRY})" if readable_by_user else SCOPED
    statements = [
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
        f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
        f'CREATE POLICY wall ON "{table}" TO {role["app"]} USING ({using}) WITH CHECK ({SCOPED})',
        f'CREATE POLICY owner ON "{table}" TO {role["owner"]} USING (true) WITH CHECK (true)',
        f'CREATE POLICY backup ON "{table}" FOR SELECT TO {role["backup"]} USING (true)',
        f'GRANT {rights} ON "{table}" TO {role["app"]}',
        f'GRANT SELECT ON "{table}" TO {role["backup"]}',
    ]
    if sealed:
        statements.append(f'CREATE POLICY no_links ON "{table}" AS RESTRICTIVE TO {role["app"]} USING ({NO_LINK})')
    return statements


class Wall(Operation):
    """Composite keys, row level security, grants and the row's version for one model's table.

    `sealed` tables answer no link visit at all. Event tables of the history get the same, without versions; the
    application may add to them, and neither change nor delete what happened.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, name: str, *, sealed: bool = False) -> None:
        self.name, self.sealed = name, sealed

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.name], {"sealed": True} if self.sealed else {}

    def describe(self) -> str:
        return f"Wall around {self.name}"

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.name)
        table, key = model._meta.db_table, model._meta.pk.column
        is_event = key != "id"
        statements = [
            f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_pkey"',
            f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_pkey" PRIMARY KEY (coalition_id, "{key}")',
            *([] if is_event else self._keys(model, table)),
            *policies(
                table,
                readable_by_user=_readable_by_user(app_label, self.name),
                sealed=self.sealed,
                rights=APPEND if is_event else WRITE,
            ),
            *([] if is_event else self._versions(model, table)),
        ]
        for statement in statements:
            schema_editor.execute(statement)

    @staticmethod
    def _keys(model: type[Model], table: str) -> list[str]:
        keys = [field for field in model._meta.local_concrete_fields if isinstance(field, CoalitionKey)]
        pairs = ((field.column, field.related_model._meta.db_table) for field in keys)  # type: ignore[union-attr] # resolved
        return [statement for column, target in pairs for statement in composite_key(table, column, target)]

    @staticmethod
    def _versions(model: type[Model], table: str) -> list[str]:
        trigger = (
            f'CREATE TRIGGER count_version BEFORE UPDATE ON "{table}" FOR EACH ROW '
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION count_version()"
        )
        return [COUNT_VERSIONS, trigger]

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The table goes with its model; nothing is taken down before it."""


def _readable_by_user(app_label: str, name: str) -> bool:
    """Historical models do not carry class attributes: ask the model of today."""
    from django.apps import apps

    return bool(getattr(apps.get_model(app_label, name), "readable_by_user", False))


class ParentVouches(Operation):
    """A child's own key to the coalition goes: its parent has one, and (coalition, parent) must be a parent's.

    Every row that comes in would be checked twice for the same thing; imports write hundreds of thousands.
    """

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str) -> None:
        self.model = model

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model], {}

    def describe(self) -> str:
        return f"The parent of {self.model} vouches for its coalition"

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model)
        for name in schema_editor._constraint_names(model, ["coalition_id"], foreign_key=True):
            schema_editor.execute(f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{name}"')

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """A weaker check is not put back: the parent's holds."""


class WallKey(Operation):
    """The composite key of a CoalitionKey that was added to a walled table later."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str, field: str) -> None:
        self.model, self.field = model, field

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model, self.field], {}

    def describe(self) -> str:
        return f"Key {self.field} of {self.model} stays inside the coalition"

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        model = to_state.apps.get_model(app_label, self.model)
        field = model._meta.get_field(self.field)
        target = field.related_model._meta.db_table
        for statement in composite_key(model._meta.db_table, field.column, target):
            schema_editor.execute(statement)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Key and index go with their column."""
