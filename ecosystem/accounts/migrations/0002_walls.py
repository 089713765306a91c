"""Walls around memberships, seats and invitations."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [
        Wall("membership"),
        Wall("directoryentry"),
        Wall("invitation"),
        Wall("seat"),
        Wall("membershipevent"),
        Wall("seatevent"),
    ]
