"""However a place becomes less exact (a form, an import, its undoing, a bulk edit), its past says no more than its present.

A trigger, so that no way of writing can forget it. It runs with the owner's rights, because the application may not
rewrite histories, and cannot be called: it looks at the rows that were just changed and at nothing else.
"""

from django.db import migrations

BLUR = """
CREATE FUNCTION keep_reduced_places_quiet() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.mapping_placeevent e SET
        precision = p.precision, label = p.label, street = p.street, city = p.city, state = p.state,
        zip_code = p.zip_code, neighborhood_id = p.neighborhood_id, latitude = p.latitude, longitude = p.longitude,
        note = p.note, sealed = p.sealed
    FROM changed p
    WHERE e.coalition_id = p.coalition_id AND e.pgh_obj_id = p.id AND p.precision <> 'exact'
      AND (e.precision, e.label, e.street, e.city, e.state, e.zip_code, e.neighborhood_id, e.latitude, e.longitude,
           e.note, e.sealed)
          IS DISTINCT FROM
          (p.precision, p.label, p.street, p.city, p.state, p.zip_code, p.neighborhood_id, p.latitude, p.longitude,
           p.note, p.sealed);
    RETURN NULL;
END $$
"""
# The history's own trigger comes first: triggers fire by name.
TRIGGER = """
CREATE TRIGGER zz_keep_reduced_places_quiet AFTER UPDATE ON mapping_place REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION keep_reduced_places_quiet()
"""


class Migration(migrations.Migration):
    dependencies = [("mapping", "0006_count_events_in_bigints")]

    operations = [
        migrations.RunSQL(
            [BLUR, "REVOKE ALL ON FUNCTION keep_reduced_places_quiet() FROM PUBLIC", TRIGGER],
            ["DROP TRIGGER zz_keep_reduced_places_quiet ON mapping_place", "DROP FUNCTION keep_reduced_places_quiet()"],
        )
    ]
