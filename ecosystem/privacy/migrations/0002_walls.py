"""A wall around the data keys. Links may use them: what they open is limited by table."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("tenancy", "0002_wall_around_coalitions")]

    operations = [Wall("datakey")]
