"""Who may do what in PostgreSQL: migrations as the owner, everything else as the weak role."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

from django.conf import settings
from django.db import connections

from ecosystem import env
from ecosystem.tenancy.registry import COALITION_TABLES

# Tables that belong to no coalition, and what the application may do there.
READ, WRITE = "SELECT", "SELECT, INSERT, UPDATE, DELETE"
GLOBAL_TABLES = {
    "django_migrations": READ,
    "django_content_type": READ,
    "auth_permission": "",
    "auth_group": "",
    "auth_group_permissions": "",
    "tenancy_coalition": "SELECT, INSERT, UPDATE",
    "tenancy_link": WRITE,
    "tenancy_cacheentry": WRITE,
    "accounts_user": WRITE,
    "accounts_session": WRITE,
    "accounts_lastsignin": WRITE,
    "accounts_ratelimit": WRITE,
    "account_emailaddress": WRITE,
    "account_emailconfirmation": "",
    "mfa_authenticator": WRITE,
    "pghistory_context": "",
    "history_eventwindow": READ,
    "procrastinate_jobs": WRITE,
    "procrastinate_events": WRITE,
    "procrastinate_periodic_defers": WRITE,
    "procrastinate_workers": WRITE,
}


@contextmanager
def as_owner(alias: str = "default") -> Iterator[None]:
    """Connect as the tables' owner for the length of a block. For migrations and test set-up only."""
    connection = connections[alias]
    kept = {key: connection.settings_dict[key] for key in ("USER", "PASSWORD", "OPTIONS")}
    connection.close()
    if env.text("DATABASE_OWNER_URL"):
        owner = env.database("DATABASE_OWNER_URL")
        connection.settings_dict.update(USER=owner["USER"], PASSWORD=owner["PASSWORD"], OPTIONS=owner["OPTIONS"])
    else:
        connection.settings_dict["USER"] = settings.DATABASE_ROLES["owner"]
        connection.settings_dict["OPTIONS"] = {}
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(kept)


def grant_globals(alias: str = "default") -> None:
    """Give the application and the backup what GLOBAL_TABLES says, and no more. Run as the owner, after migrations."""
    role = settings.DATABASE_ROLES
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        there = {name for (name,) in cursor.fetchall()}
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {role['app']}, {role['backup']}, {role['search']}")
        cursor.execute(f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role['app']}")
        cursor.execute(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {role['backup']}")
        for table in there & GLOBAL_TABLES.keys():
            cursor.execute(f'REVOKE ALL ON "{table}" FROM {role["app"]}')
            if GLOBAL_TABLES[table]:
                cursor.execute(f'GRANT {GLOBAL_TABLES[table]} ON "{table}" TO {role["app"]}')
            cursor.execute(f'GRANT SELECT ON "{table}" TO {role["backup"]}')


def guard_history(alias: str = "default") -> None:
    """Let the application add to histories only, and tell the database how long each is kept. Run as `grant_globals` is."""
    histories = [model for model in COALITION_TABLES.values() if hasattr(model, "pgh_tracked_model")]
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        there = {name for (name,) in cursor.fetchall()}
        if "history_eventwindow" not in there:
            return
        cursor.execute("DELETE FROM history_eventwindow")
        for model in histories:
            table, live = model._meta.db_table, model.pgh_tracked_model  # type: ignore[attr-defined] # pghistory's
            if table in there:
                cursor.execute(f'REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM {settings.DATABASE_ROLES["app"]}')
                window = [table, live._meta.db_table, live.undo_window or timedelta()]
                cursor.execute("INSERT INTO history_eventwindow VALUES (%s, %s, %s)", window)
