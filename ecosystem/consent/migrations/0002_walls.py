"""Walls around consent and its history."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("consent", "0001_initial")]

    operations = [Wall("consent"), Wall("consentevent")]
