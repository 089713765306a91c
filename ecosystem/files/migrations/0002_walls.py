"""A wall around files; no link opens one."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]

    operations = [Wall("storedfile", sealed=True)]
