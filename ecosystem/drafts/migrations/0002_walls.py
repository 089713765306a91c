"""A wall around drafts; no link ever opens one."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("drafts", "0001_initial")]

    operations = [Wall("draft", sealed=True)]
