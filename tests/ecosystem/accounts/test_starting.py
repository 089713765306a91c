"""Neither the server nor the worker starts where it should not."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from ecosystem.tenancy.checks import refuse_to_start_without_walls


@pytest.mark.django_db(transaction=True)
def test_neither_server_nor_worker_starts_with_demo_accounts_elsewhere(settings, ben):
    refuse_to_start_without_walls()
    settings.EMBEDDED = False

    with pytest.raises(ImproperlyConfigured, match="demo accounts"):
        refuse_to_start_without_walls()
    with pytest.raises(CommandError, match="demo accounts"):
        call_command("work", once=True)
