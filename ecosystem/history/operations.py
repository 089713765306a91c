"""The one way in which history is deleted, as a migration operation."""

from typing import Any

from django.conf import settings
from django.db import migrations

from ecosystem.history.sql import PURGE_FUNCTION


class PurgeFunction(migrations.RunSQL):
    """`purge_history(table)`: runs with the owner's rights, and deletes only what is past its window in the scope."""

    def __init__(self) -> None:
        super().__init__(PURGE_FUNCTION, "DROP FUNCTION IF EXISTS purge_history(text)")

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {}

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        schema_editor.execute(PURGE_FUNCTION, params=None)  # its % are PL/pgSQL's
        schema_editor.execute("REVOKE ALL ON FUNCTION purge_history(text) FROM PUBLIC")
        schema_editor.execute(f"GRANT EXECUTE ON FUNCTION purge_history(text) TO {settings.DATABASE_ROLES['app']}")
