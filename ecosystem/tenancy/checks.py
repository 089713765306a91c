"""Are the walls up? Asked of PostgreSQL's own catalogue, at every start and by `manage.py check_walls`."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from ecosystem.tenancy.pg.roles import GLOBAL_TABLES
from ecosystem.tenancy.registry import COALITION_TABLES

TABLES = """
SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity,
  ARRAY(SELECT p.polname || CASE WHEN p.polpermissive THEN '' ELSE ' (restrictive)' END
        FROM pg_policy p WHERE p.polrelid = c.oid
          AND (p.polroles = '{0}' OR (SELECT oid FROM pg_roles WHERE rolname = current_user) = ANY (p.polroles))
        ORDER BY 1),
  ARRAY(SELECT a.attname::text FROM pg_index i CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY k(attnum, place)
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY k.place),
  ARRAY(SELECT i.indexrelid::regclass::text FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique
        AND NOT EXISTS (SELECT FROM unnest(i.indkey) k JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k
                        WHERE a.attname = 'coalition_id')),
  ARRAY(SELECT f.conname::text FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
        AND (array_length(f.conkey, 1) = 1 OR f.condeferrable OR NOT f.convalidated)
        AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = f.confrelid AND a.attname = 'coalition_id'))
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND EXISTS
  (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'coalition_id' AND NOT a.attisdropped)
ORDER BY 1
"""
ROLE = """
SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
  (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid), has_schema_privilege(current_user, 'public', 'CREATE'),
  ARRAY(SELECT m.rolname::text FROM pg_roles m WHERE m.oid <> r.oid AND pg_has_role(r.oid, m.oid, 'MEMBER'))
FROM pg_roles r WHERE rolname = current_user
"""
REACHABLE = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm')
  AND has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE')
"""
VIEWS = """
SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND (relkind = 'm' OR relkind = 'v'
  AND NOT COALESCE(reloptions::text ILIKE '%security_invoker=true%', false))
"""
DEFINERS = """
SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.prosecdef AND p.proname <> ALL (%s)
"""
TRUSTED_DEFINERS = ["search_ids", "purge_history", "blur_place_history", "keep_reduced_places_quiet"]
# `global_uniques` of Link and of the directory are on purpose: random hashes, and slugs that are published anyway.
LINK_TABLE = "tenancy_link"
START_CHECKS: list[Callable[[], None]] = []


def register_start_check(check: Callable[[], None]) -> None:
    """For apps on higher floors: `check` raises ImproperlyConfigured, and neither server nor worker starts."""
    if check not in START_CHECKS:
        START_CHECKS.append(check)


LOOSE_DEFINERS = """
SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE n.nspname = 'public' AND p.prosecdef
  AND (NOT 'search_path=pg_catalog, pg_temp' = ANY (COALESCE(p.proconfig, '{}'))
       OR EXISTS (SELECT FROM aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0))
"""
REWRITABLE = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND has_table_privilege(c.oid, 'UPDATE, DELETE, TRUNCATE')
  AND EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'pgh_obj_id')
ORDER BY 1
"""


def table_problems(cursor: Any) -> list[str]:
    cursor.execute(TABLES)
    found, seen = [], set()
    for table, secured, policies, key, uniques, keys in cursor.fetchall():
        seen.add(table)
        if table == LINK_TABLE:
            continue
        if not secured:
            found.append(f"{table}: row level security is not forced")
        if [name for name in policies if "(restrictive)" not in name] != ["wall"]:
            found.append(f"{table}: its policies for this role are {policies}, not one called wall")
        if key[:1] != ["coalition_id"]:
            found.append(f"{table}: its primary key is {key}")
        found += [f"{table}: {index} is unique across coalitions" for index in uniques]
        found += [f"{table}: {name} can point into another coalition" for name in keys]
    found += [f"{table}: the model has no table with a coalition_id" for table in COALITION_TABLES.keys() - seen]
    return found + [
        f"{table}: no model answers for this table" for table in seen - COALITION_TABLES.keys() - {LINK_TABLE}
    ]


def role_problems(cursor: Any) -> list[str]:
    cursor.execute(ROLE)
    superuser, bypasses, makes_roles, makes_databases, owned, creates, member_of = cursor.fetchone()
    found = {
        "is a superuser": superuser,
        "may bypass row level security": bypasses,
        "may create roles": makes_roles,
        "may create databases": makes_databases,
        f"owns {owned} tables": owned,
        "may create tables and functions in the schema public": creates,
        f"is a member of {', '.join(member_of)}": member_of,
    }
    return [f"The application's role {words}." for words, is_so in found.items() if is_so]


def reach_problems(cursor: Any) -> list[str]:
    cursor.execute(REACHABLE)
    reachable = {name for (name,) in cursor.fetchall()}
    unknown = reachable - GLOBAL_TABLES.keys() - COALITION_TABLES.keys()
    return [f"{table}: the application can reach it, though nobody declared it" for table in sorted(unknown)]


def view_problems(cursor: Any) -> list[str]:
    cursor.execute(VIEWS)
    found = [f"{name}: a view that does not ask as its reader" for (name,) in cursor.fetchall()]
    cursor.execute(DEFINERS, [TRUSTED_DEFINERS])
    found += [f"{name}(): a function that runs with its owner's rights" for (name,) in cursor.fetchall()]
    cursor.execute(LOOSE_DEFINERS)
    found += [f"{name}(): its search path is open, or everybody may call it" for (name,) in cursor.fetchall()]
    cursor.execute(REWRITABLE)
    return found + [f"{name}: the application could rewrite this history" for (name,) in cursor.fetchall()]


def wall_problems() -> list[str]:
    """What is wrong with the walls, in sentences. Empty when all stand."""
    with connection.cursor() as cursor:
        checks = (table_problems, role_problems, reach_problems, view_problems)
        return [problem for check in checks for problem in check(cursor)]


def refuse_to_start_without_walls() -> None:
    """Called by the server's and the worker's entry points, with what apps register; closes what it opened.

    Raises:
        ImproperlyConfigured: a wall is down, or migrations have not run.
    """
    try:
        problems = wall_problems()
    finally:
        connection.close()
    if problems:
        name = settings.DATABASE_ROLES["app"]
        raise ImproperlyConfigured(f"a wall between coalitions is down (role {name}): {' · '.join(problems[:5])}")
    for check in START_CHECKS:
        check()
