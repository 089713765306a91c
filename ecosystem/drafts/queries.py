"""What somebody has begun."""

from dataclasses import dataclass
from datetime import datetime

from django.http import QueryDict

from ecosystem.accounts.models import Membership
from ecosystem.drafts.keys import FORMS, UNNAMED, Words, page_url, record_pair, view_and_args
from ecosystem.drafts.models import KEPT_FOR, Draft
from ecosystem.privacy.vault import CannotOpen, Owner, decrypt
from ecosystem.threads.kinds import targets


def place_of(membership: Membership, key: str) -> str:
    """Where a draft's words are bound to: one person's one form."""
    return f"drafts_draft:{membership.pk}:{key}"


def opened(draft: Draft, membership: Membership) -> QueryDict | None:
    """What was typed, or nothing when the person's key is gone."""
    try:
        words = decrypt(
            bytes(draft.sealed), owner=Owner.member(membership.pk), bound_to=place_of(membership, draft.key)
        )
    except CannotOpen:
        return None
    return QueryDict(words)


def draft_for(membership: Membership, key: str) -> QueryDict | None:
    """What this person typed into this form and did not save."""
    draft = Draft.objects.of(membership).filter(key=key).first()
    return opened(draft, membership) if draft else None


@dataclass(frozen=True, slots=True)
class Begun:
    """One entry of "what I have begun"."""

    key: str
    label: Words
    title: str
    url: str
    saved_at: datetime
    kept_until: datetime


def begun_by(membership: Membership, *, limit: int = 50) -> list[Begun]:
    """A person's drafts, newest first, with the names of the records they are about: one query a kind."""
    drafts = list(Draft.objects.of(membership).defer("sealed").order_by("-updated_at")[:limit])
    pairs = {draft.key: record_pair(draft.key) for draft in drafts}
    seen = targets([pair for pair in pairs.values() if pair], membership)
    slug = membership.coalition.slug
    return [
        Begun(
            key=draft.key,
            label=FORMS.get(view_and_args(draft.key)[0], UNNAMED).label,
            title=seen[pair].title if (pair := pairs[draft.key]) and pair in seen else "",
            url=page_url(draft.key, slug),
            saved_at=draft.updated_at,
            kept_until=draft.updated_at + KEPT_FOR,
        )
        for draft in drafts
    ]
