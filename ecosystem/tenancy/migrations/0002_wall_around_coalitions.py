"""A coalition shows itself to its own scope; all of them to hosts and operators only."""

from django.conf import settings
from django.db import migrations

ROLE = settings.DATABASE_ROLES
SEEN = (
    "id = NULLIF(current_setting('app.coalition_id', true), '')::uuid "
    "OR current_setting('app.actor', true) IN ('host', 'operator')"
)


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0001_initial")]

    operations = [
        migrations.RunSQL(
            [
                "ALTER TABLE tenancy_coalition ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE tenancy_coalition FORCE ROW LEVEL SECURITY",
                f"CREATE POLICY wall ON tenancy_coalition TO {ROLE['app']} USING ({SEEN}) WITH CHECK ({SEEN})",
                f"CREATE POLICY owner ON tenancy_coalition TO {ROLE['owner']} USING (true) WITH CHECK (true)",
                f"CREATE POLICY backup ON tenancy_coalition FOR SELECT TO {ROLE['backup']} USING (true)",
            ],
            migrations.RunSQL.noop,
        )
    ]
