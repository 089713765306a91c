"""The one way in which history is deleted."""

from django.db import migrations

from ecosystem.history.operations import PurgeFunction


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [PurgeFunction()]
