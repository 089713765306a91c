"""A place that is shown less exactly than it is tells no more, neither today nor in its history.

The application may add to histories and not rewrite them (docs/decisions/0008). When somebody makes a place less exact,
this one function, with the owner's rights, lets the place's past say what its present says, and nothing else.
"""

from django.conf import settings
from django.db import migrations, models

BLUR = """
CREATE FUNCTION blur_place_history(of_place uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    here uuid := NULLIF(current_setting('app.coalition_id', true), '')::uuid;
BEGIN
    IF here IS NULL THEN
        RAISE EXCEPTION 'blur_place_history needs a coalition in scope';
    END IF;
    UPDATE public.mapping_placeevent e SET
        precision = p.precision, label = p.label, street = p.street, city = p.city, state = p.state,
        zip_code = p.zip_code, neighborhood_id = p.neighborhood_id, latitude = p.latitude, longitude = p.longitude,
        note = p.note, sealed = p.sealed
    FROM public.mapping_place p
    WHERE p.coalition_id = here AND p.id = of_place AND p.precision <> 'exact'
        AND e.coalition_id = here AND e.pgh_obj_id = p.id;
END $$
"""


def grants() -> list[str]:
    return [
        "REVOKE ALL ON FUNCTION blur_place_history(uuid) FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION blur_place_history(uuid) TO {settings.DATABASE_ROLES['app']}",
    ]


class Migration(migrations.Migration):
    dependencies = [("mapping", "0004_findable_and_followed")]

    operations = [
        migrations.AddConstraint(
            model_name="place",
            constraint=models.CheckConstraint(
                name="reduced_place_tells_no_more",
                condition=models.Q(precision="exact")
                | models.Q(precision="street", label="", note="")
                | models.Q(precision="zip", label="", note="", street="", neighborhood=None)
                | models.Q(precision="neighborhood", label="", note="", street="", zip_code="")
                | models.Q(precision="hidden", label="", note="", state=""),
            ),
        ),
        migrations.RunSQL([BLUR, *grants()], "DROP FUNCTION blur_place_history(uuid)"),
    ]
