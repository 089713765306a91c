"""Children of resources and groups lean on their parent's key to the coalition."""

from django.db import migrations

from ecosystem.tenancy.operations import ParentVouches

CHILDREN = (
    "answer", "contact", "evidence", "feedback", "funding", "needmatch", "openinghours", "place", "promise",
    "resource", "resourcearea", "resourcelanguage", "resourcepopulation", "resourcereach", "take",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("mapping", "0007_reduced_places_by_any_way")]

    operations = [ParentVouches(child) for child in CHILDREN]
