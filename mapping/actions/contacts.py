"""Ways to reach a group."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from mapping.actions.rows import write_rows
from mapping.models import Contact, Organization


@transaction.atomic
def set_contacts(organization: Organization, *, by: Actor, rows: Sequence[dict[str, Any]]) -> None:
    """Write all ways to reach a group, in this order. A row with an `id` changes that one; what is not named goes."""
    numbered = [{**row, "position": position} for position, row in enumerate(rows)]
    write_rows(Contact.objects.filter(organization=organization), numbered, organization=organization)
