"""A state body can be drawn and tied to others; it is never care. The database holds to that, whoever writes."""

from django.db import migrations

OFFERS = """
CREATE FUNCTION mapping_state_body_offers_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM fresh JOIN mapping_organization AS body
            ON body.coalition_id = fresh.coalition_id AND body.id = fresh.organization_id
        WHERE body.kind = 'state_body'
    ) THEN
        RAISE EXCEPTION 'A state body has no resources.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'state_body_offers_nothing';
    END IF;
    RETURN NULL;
END $$
"""
BECOMES = """
CREATE FUNCTION mapping_state_body_offered_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM fresh JOIN mapping_resource AS offer
            ON offer.coalition_id = fresh.coalition_id AND offer.organization_id = fresh.id
        WHERE fresh.kind = 'state_body'
    ) THEN
        RAISE EXCEPTION 'A state body has no resources.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'state_body_offers_nothing';
    END IF;
    RETURN NULL;
END $$
"""
TRIGGER = """
CREATE TRIGGER state_body_{name} AFTER {event} ON {table}
REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION {function}()
"""
UNDO = """
DROP TRIGGER state_body_insert ON mapping_resource;
DROP TRIGGER state_body_update ON mapping_resource;
DROP TRIGGER state_body_update ON mapping_organization;
DROP FUNCTION mapping_state_body_offers_nothing();
DROP FUNCTION mapping_state_body_offered_nothing();
"""


def trigger(event: str, table: str, function: str) -> str:
    return TRIGGER.format(name=event.lower(), event=event, table=table, function=function)


class Migration(migrations.Migration):
    dependencies = [("mapping", "0002_walls")]

    operations = [
        migrations.RunSQL(
            [
                OFFERS,
                BECOMES,
                trigger("INSERT", "mapping_resource", "mapping_state_body_offers_nothing"),
                trigger("UPDATE", "mapping_resource", "mapping_state_body_offers_nothing"),
                trigger("UPDATE", "mapping_organization", "mapping_state_body_offered_nothing"),
            ],
            UNDO,
        )
    ]
