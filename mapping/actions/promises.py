"""Parts and shifts that promised not to call police (publishable with their yes), and who did (sealed)."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from ecosystem.accounts.actors import Actor
from ecosystem.privacy.vault import Owner, encrypt
from ecosystem.tenancy.models.owned import uuid7
from mapping.actions.keeping.versions import locked
from mapping.actions.rows import write_rows
from mapping.models import PromisedPerson, Resource


@transaction.atomic
def set_promises(resource: Resource, *, by: Actor, rows: Sequence[dict[str, Any]]) -> None:
    """Write all promises of a resource: rows of part, runs, promised_on, is_public, consent_on."""
    write_rows(resource.promises.all(), rows, resource=resource)


@transaction.atomic
def add_promised_person(resource: Resource, *, by: Actor, words: str) -> PromisedPerson:
    """Seal who promised: a name that the group uses, and a shift if that helps."""
    person_id = uuid7()
    sealed = encrypt(words, owner=Owner.coalition(), bound_to=f"promised_person:{person_id}")
    return PromisedPerson.objects.create(id=person_id, resource=resource, sealed=sealed)


@transaction.atomic
def remove_promised_person(person: PromisedPerson, *, by: Actor) -> None:
    """Gone at once: there is no way back."""
    locked(person).delete()
