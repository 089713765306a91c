"""Groups, resources and needs are found by their words; what names a record by kind and id goes with it."""

from django.db import migrations

from ecosystem.threads.operations import FollowedBy
from ecosystem.threads.search.operations import Searchable

FOLLOWERS = (
    ("threads_threadlink", "source_kind", "source_id"),
    ("threads_threadlink", "target_kind", "target_id"),
    ("threads_searchdocument", "kind", "record_id"),
    ("consent_consent", "kind", "record_id"),
    ("files_storedfile", "kind", "record_id"),
)
KINDS = ("organization", "resource", "need", "area", "neighborhood", "population", "question")


class Migration(migrations.Migration):
    dependencies = [
        ("mapping", "0003_state_bodies_offer_nothing"),
        ("threads", "0004_search"),
        ("consent", "0002_walls"),
        ("files", "0002_walls"),
    ]

    operations = [
        *(FollowedBy(kind, kind=kind, followers=FOLLOWERS) for kind in KINDS),
        Searchable("organization", kind="organization", title="name", body=("description", "values")),
        Searchable("resource", kind="resource", title="name", body=("offers", "who_may_use", "hours_note", "values_practiced")),
        Searchable("need", kind="need", title="summary", body=("detail",)),
    ]
