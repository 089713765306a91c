"""What a merge changed is kept by record, with a sum of versions that tells whether people were there since."""

from uuid import uuid4

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("imports", "0002_walls")]

    operations = [
        migrations.RemoveIndex("formerrow", "former_row_place"),
        migrations.RemoveField("formerrow", "position"),
        migrations.AddField("formerrow", "main_id", models.UUIDField(default=uuid4), preserve_default=False),
        migrations.AddField("formerrow", "footprint", models.CharField(blank=True, max_length=40)),
        migrations.AddIndex(
            "formerrow",
            models.Index(fields=["coalition", "spreadsheet", "table"], name="former_row_by_table"),
        ),
        migrations.RemoveField("stagedrow", "own_key"),
        migrations.RemoveField("stagedrow", "footprint"),
        migrations.AddField("stagedrow", "is_refused", models.BooleanField(default=False)),
        migrations.AddField("spreadsheet", "creates", models.JSONField(blank=True, default=dict)),
    ]
