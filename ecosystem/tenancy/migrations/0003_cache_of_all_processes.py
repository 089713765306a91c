"""What all processes must know for a moment. Unlogged: a crash forgets it, replicas never see it, nor do backups that leave unlogged tables out."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenancy", "0002_wall_around_coalitions")]

    operations = [
        migrations.CreateModel(
            name="CacheEntry",
            fields=[
                ("key", models.BinaryField(primary_key=True, serialize=False)),
                ("value", models.JSONField()),
                ("expires_at", models.DateTimeField(db_index=True, null=True)),
            ],
        ),
        migrations.RunSQL("ALTER TABLE tenancy_cacheentry SET UNLOGGED", migrations.RunSQL.noop),
    ]
