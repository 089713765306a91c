"""A key's own index goes where a unique constraint begins with the same columns, or where it is nearly always empty."""

from django.db import migrations

COVERED = (
    "mapping_answer_resource_id_ix",
    "mapping_funding_resource_id_ix",
    "mapping_needmatch_need_id_ix",
    "mapping_openinghours_resource_id_ix",
    "mapping_resourcearea_resource_id_ix",
    "mapping_resourcelanguage_resource_id_ix",
    "mapping_resourcepopulation_resource_id_ix",
    "mapping_resourcereach_resource_id_ix",
)
MOSTLY_EMPTY = ("organization_id", "need_id")
DROP = [f"DROP INDEX {name}" for name in COVERED]
PARTIAL = [
    statement
    for column in MOSTLY_EMPTY
    for statement in (
        f"DROP INDEX mapping_answer_{column}_ix",
        f"CREATE INDEX mapping_answer_{column}_ix ON mapping_answer (coalition_id, {column}) WHERE {column} IS NOT NULL",
    )
]


class Migration(migrations.Migration):
    dependencies = [("mapping", "0008_parents_vouch_for_their_coalition")]

    operations = [migrations.RunSQL([*DROP, *PARTIAL], migrations.RunSQL.noop)]
