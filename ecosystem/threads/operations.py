"""What a record takes with it when it is deleted, as a migration operation: `FollowedBy("need", kind="need")`."""

from typing import Any

from django.db.migrations.operations.base import Operation

# table, its column of the kind, its column of the record's id
FOLLOWERS = (
    ("threads_threadlink", "source_kind", "source_id"),
    ("threads_threadlink", "target_kind", "target_id"),
)
FUNCTION = """
CREATE OR REPLACE FUNCTION part_with_record() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE place integer := 1;
BEGIN
    WHILE place < TG_NARGS LOOP
        EXECUTE format(
            'DELETE FROM %I f USING gone g WHERE f.coalition_id = g.coalition_id AND f.%I = %L AND f.%I = g.id',
            TG_ARGV[place], TG_ARGV[place + 1], TG_ARGV[0], TG_ARGV[place + 2]
        );
        place := place + 3;
    END LOOP;
    RETURN NULL;
END $$
"""


class FollowedBy(Operation):
    """Rows that name a record by (kind, id) go when it goes, whoever deletes it: one statement for many rows."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, model: str, *, kind: str, followers: tuple[tuple[str, str, str], ...] = FOLLOWERS) -> None:
        self.model, self.kind, self.followers = model, kind, followers

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.model], {"kind": self.kind, "followers": self.followers}

    def describe(self) -> str:
        return f"What follows a deleted {self.model}"

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        words = ", ".join(f"'{word}'" for word in (self.kind, *(part for row in self.followers for part in row)))
        name = f"parts_with_{self.followers[0][0]}"[:60]
        schema_editor.execute(FUNCTION, params=None)  # its %I are format()'s
        schema_editor.execute(f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"')
        schema_editor.execute(
            f'CREATE TRIGGER "{name}" AFTER DELETE ON "{table}" REFERENCING OLD TABLE AS gone '
            f"FOR EACH STATEMENT EXECUTE FUNCTION part_with_record({words})"
        )

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """The trigger goes with its table."""
