"""Search as migration operations: the functions, and `Searchable("need", title="summary", body=("detail",))`."""

from typing import Any

from django.conf import settings
from django.db.migrations.operations.base import Operation

from ecosystem.threads.search.sql import FUNCTIONS

TABLE = "threads_searchdocument"
SIGNATURE = "search_ids(uuid, text, text[], integer)"


class _Quiet(Operation):
    reversible = True
    reduces_to_sql = True

    def state_forwards(self, app_label: str, state: Any) -> None:
        pass

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Functions and triggers are replaced or go with their tables."""


class SearchFunctions(_Quiet):
    """The functions; the one that answers belongs to a role that reads this one table, and cannot sign in."""

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {}

    def describe(self) -> str:
        return "Search by ids only"

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        search, app = settings.DATABASE_ROLES["search"], settings.DATABASE_ROLES["app"]
        for function in FUNCTIONS:
            schema_editor.execute(function, params=None)
        for statement in (
            f"GRANT USAGE, CREATE ON SCHEMA public TO {search}",
            f"ALTER FUNCTION {SIGNATURE} OWNER TO {search}",
            f"REVOKE CREATE ON SCHEMA public FROM {search}",
            f'CREATE POLICY search ON "{TABLE}" FOR SELECT TO {search} USING (true)',
            f'GRANT SELECT ON "{TABLE}" TO {search}',
            f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO {app}",
        ):
            schema_editor.execute(statement)


class Searchable(_Quiet):
    """A model's rows are found by the words of these columns. Never name a private, sealed or hidden one."""

    def __init__(
        self, model: str, *, kind: str, title: str, body: tuple[str, ...] = (), language: str = "language"
    ) -> None:
        self.model, self.kind, self.title, self.body, self.language = model, kind, title, body, language

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        named = {"kind": self.kind, "title": self.title, "body": self.body, "language": self.language}
        return type(self).__name__, [self.model], named

    def describe(self) -> str:
        return f"{self.model} can be found by its words"

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = to_state.apps.get_model(app_label, self.model)._meta.db_table
        body = ", ".join(f'c."{column}"' for column in self.body) or "NULL"
        arguments = f"'{self.kind}', '{self.language}', '{self.title}', '{body}'"
        for verb in ("INSERT", "UPDATE"):
            name = f"findable_{verb.lower()}"
            schema_editor.execute(f'DROP TRIGGER IF EXISTS "{name}" ON "{table}"')
            schema_editor.execute(
                f'CREATE TRIGGER "{name}" AFTER {verb} ON "{table}" REFERENCING NEW TABLE AS changed '
                f"FOR EACH STATEMENT EXECUTE FUNCTION keep_findable({arguments})"
            )
        schema_editor.execute(self._filling(table, body))

    def _filling(self, table: str, body: str) -> str:
        """For rows that were there before. All names come from migrations."""
        language, title = f'c."{self.language}"', f'c."{self.title}"'
        words = f"search_words(c.coalition_id, {language}, {title}, concat_ws(' ', {body}))"
        return (
            f'INSERT INTO "{TABLE}" (id, coalition_id, kind, record_id, language, title, words) '  # noqa: S608 # see above
            f"SELECT gen_random_uuid(), c.coalition_id, '{self.kind}', c.id, {language}, left({title}, 300), {words} "
            f'FROM "{table}" c ON CONFLICT (coalition_id, kind, record_id) DO NOTHING'
        )
