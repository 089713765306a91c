"""A request that fails and is rolled back does not lose what was typed."""

import pytest
from django.db import connections, transaction
from django.test import RequestFactory

from ecosystem.drafts.forms import with_draft
from ecosystem.drafts.queries import draft_for
from ecosystem.tenancy.scope import coalition_scope

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "outside"])


@pytest.fixture
def two_connections(settings):
    settings.OUTSIDE_DATABASE = "outside"
    yield
    connections["outside"].close()


def test_what_was_sent_survives_the_rollback(two_connections, north, ana):
    request = RequestFactory().post("/", {"summary": "a van"})
    request.membership = ana.membership

    with pytest.raises(ZeroDivisionError), coalition_scope(north.pk, user_id=ana.user.pk), transaction.atomic():
        with_draft(request, "drafts:draft_list")
        raise ZeroDivisionError

    with coalition_scope(north.pk), transaction.atomic():
        assert draft_for(ana.membership, "drafts:draft_list").urlencode() == "summary=a+van"
