"""A service that runs for decades never runs out of numbers for what happened."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

KEYS = """
SELECT t.relname,
       (SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'pgh_id'),
       ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(attnum, place)
             JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = k.attnum ORDER BY k.place),
       (SELECT format_type(s.seqtypid, NULL) FROM pg_sequence s
        WHERE s.seqrelid = pg_get_serial_sequence('public.' || quote_ident(t.relname), 'pgh_id')::regclass)
FROM pg_class t JOIN pg_index i ON i.indrelid = t.oid AND i.indisprimary
WHERE EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'pgh_id') ORDER BY 1
"""


def test_every_event_has_a_big_number_inside_of_its_coalition():
    with connection.cursor() as cursor:
        cursor.execute(KEYS)
        found = cursor.fetchall()

    assert found != []
    assert {row[1:] for row in ((name, kind, tuple(key), counter) for name, kind, key, counter in found)} == {
        ("bigint", ("coalition_id", "pgh_id"), "bigint")
    }
