"""A thousand coalitions with a thousand resources each, written by the owner with set-based SQL."""

from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connection

from ecosystem.tenancy.pg.roles import as_owner

# Keys are made from words, so that each statement can point at rows of another without reading them.
KEY = "md5('{what}-' || c || '-' || {number})::uuid"
COALITION = "md5('coalition-' || c)::uuid"
ALL = "generate_series({first}, {last}) c"


@dataclass(frozen=True)
class Shape:
    """What one coalition of the benchmark holds."""

    resources: int = 1000
    organizations: int = 400
    needs: int = 60
    areas: int = 12
    neighborhoods: int = 8


def key(what: str, number: str) -> str:
    return KEY.format(what=what, number=number)


def statements(shape: Shape) -> list[str]:
    """INSERT … SELECT for each table; `{coalitions}` is filled with the range of coalitions."""
    c = COALITION
    return [
        "INSERT INTO tenancy_coalition (id, slug, name, tagline, scale, time_zone, currency, phone_region, languages) "
        f"SELECT {c}, 'bench-' || c, 'Bench ' || c, '', 'city', 'UTC', 'USD', 'US', '[\"en\"]' FROM {{coalitions}}",
        "INSERT INTO mapping_area (coalition_id, id, name, name_key, position, tone) "
        f"SELECT {c}, {key('area', 'i')}, jsonb_build_object('en', 'Area ' || i), 'area ' || i, i, 'accent' "
        f"FROM {{coalitions}}, generate_series(1, {shape.areas}) i",
        "INSERT INTO mapping_neighborhood (coalition_id, id, name, name_key, zip_codes) "
        f"SELECT {c}, {key('place', 'i')}, 'Place ' || i, 'place ' || i, '[]' "
        f"FROM {{coalitions}}, generate_series(1, {shape.neighborhoods}) i",
        'INSERT INTO mapping_organization (coalition_id, id, name, name_key, kind, description, language, "values", '
        "website, named_count, source) "
        f"SELECT {c}, {key('organization', 'i')}, 'Group ' || i, 'group ' || i, 'organization', 'What it is, in words', "
        f"'en', '', '', 0, '' FROM {{coalitions}}, generate_series(1, {shape.organizations}) i",
        "INSERT INTO mapping_resource (coalition_id, id, organization_id, name, name_key, offers, language, status, "
        "meets_basic_needs, prevents, interrupts, heals, changes_conditions, is_on_call, is_mobile, is_always_open, "
        "hours_note, season_note, who_may_use, reaches_everywhere, serves_everyone, run_by, values_practiced, "
        "who_could_change, how_to_change, data_collected, data_shared_with, data_kept_for, deciders, verified_on, "
        "verified_how, source) "
        f"SELECT {c}, {key('resource', 'i')}, {key('organization', f'(1 + i % {shape.organizations})')}, "
        "'Resource ' || i, 'resource ' || i, CASE WHEN i % 20 = 0 THEN 'Bread' ELSE 'Soup' END || ' and company number ' || i, 'en', 'open', i % 2 = 0, "
        "i % 3 = 0, i % 5 = 0, i % 7 = 0, false, false, false, false, '', '', '', i % 4 = 0, true, '', '', '', '', '', "
        f"'', '', '', CURRENT_DATE - i % 500, '', '' FROM {{coalitions}}, generate_series(1, {shape.resources}) i",
        "INSERT INTO mapping_resourcearea (coalition_id, id, resource_id, area_id) "
        f"SELECT {c}, {key('ra', 'i')}, {key('resource', 'i')}, {key('area', f'(1 + i % {shape.areas})')} "
        f"FROM {{coalitions}}, generate_series(1, {shape.resources}) i",
        "INSERT INTO mapping_resourcereach (coalition_id, id, resource_id, neighborhood_id) "
        f"SELECT {c}, {key('rr', 'i')}, {key('resource', 'i')}, {key('place', f'(1 + i % {shape.neighborhoods})')} "
        f"FROM {{coalitions}}, generate_series(1, {shape.resources}) i",
        "INSERT INTO mapping_resourcelanguage (coalition_id, id, resource_id, language) "
        f"SELECT {c}, {key('rl', 'i')}, {key('resource', 'i')}, CASE WHEN i % 2 = 0 THEN 'en' ELSE 'es' END "
        f"FROM {{coalitions}}, generate_series(1, {shape.resources}) i",
        "INSERT INTO mapping_answer (coalition_id, id, resource_id, question, standing, value, note, known_from, source) "
        f"SELECT {c}, {key('answer', 'i')}, {key('resource', 'i')}, 'brings_police', 'stated', "
        "(ARRAY['never', 'if_asked', 'policy', 'routine', 'unknown'])[1 + i % 5], '', '', '' "
        f"FROM {{coalitions}}, generate_series(1, {shape.resources}) i",
        "INSERT INTO mapping_need (coalition_id, id, area_id, summary, summary_key, detail, language, neighborhood_id, "
        "for_language, moment, urgency, named_count, closed_reason, source) "
        f"SELECT {c}, {key('need', 'i')}, {key('area', f'(1 + i % {shape.areas})')}, 'Need ' || i, 'need ' || i, '', 'en', "
        f"{key('place', f'(1 + i % {shape.neighborhoods})')}, '', 'interrupts', 1 + i % 3, 0, '', '' "
        f"FROM {{coalitions}}, generate_series(1, {shape.needs}) i",
        "INSERT INTO mapping_needmatch (coalition_id, id, need_id, resource_id, coverage, note) "
        f"SELECT {c}, {key('match', 'i')}, {key('need', 'i')}, {key('resource', 'i')}, "
        f"CASE WHEN i % 2 = 0 THEN 'whole' ELSE 'partly' END, '' FROM {{coalitions}}, generate_series(1, {shape.needs}) i",
    ]


@contextmanager
def without_triggers(cursor: Any, pattern: str) -> Any:
    """Histories (and, but for `searchable`, search documents) are not what is measured here."""
    cursor.execute(
        "SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
        "WHERE NOT t.tgisinternal AND c.relname LIKE 'mapping\\_%%' AND t.tgname LIKE %s",
        [pattern],
    )
    triggers = cursor.fetchall()
    for table, trigger in triggers:
        cursor.execute(f'ALTER TABLE "{table}" DISABLE TRIGGER "{trigger}"')
    yield
    for table, trigger in triggers:
        cursor.execute(f'ALTER TABLE "{table}" ENABLE TRIGGER "{trigger}"')


def fill(first: int, last: int, shape: Shape, *, searchable: bool = False) -> None:
    """Coalitions `first` to `last`, then ANALYZE. Only `searchable` ones get search documents."""
    with as_owner(), connection.cursor() as cursor:
        with without_triggers(cursor, "pgtrigger%" if searchable else "%"):
            for statement in statements(shape):
                cursor.execute(statement.replace("{coalitions}", ALL.format(first=first, last=last)))
        cursor.execute("ANALYZE")
