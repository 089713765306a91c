"""A wall around the words of records, and the one function that searches them."""

from django.db import migrations

from ecosystem.tenancy.operations import Wall
from ecosystem.threads.search.operations import SearchFunctions


class Migration(migrations.Migration):
    dependencies = [("threads", "0003_search_document")]

    operations = [Wall("searchdocument", sealed=True), SearchFunctions()]
