"""Walls around links and their history."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("threads", "0001_initial")]

    operations = [Wall("threadlink"), Wall("threadlinkevent")]
