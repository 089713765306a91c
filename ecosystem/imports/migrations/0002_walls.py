"""Walls around spreadsheets: the file and its rows belong to one coalition and answer no link."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall


class Migration(migrations.Migration):
    dependencies = [("imports", "0001_initial")]

    operations = [
        Wall("spreadsheet", sealed=True),
        Wall("stagedrow", sealed=True),
        Wall("sourcekey", sealed=True),
        Wall("columnchoice", sealed=True),
        Wall("formerrow", sealed=True),
        Wall("workprogress", sealed=True),
    ]
