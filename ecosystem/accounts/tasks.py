"""Jobs about people."""

from uuid import UUID

from ecosystem.accounts.actions.accounts import forget_everywhere
from ecosystem.tenancy.tasks import coalition_task


@coalition_task()
def forget_person(user_id: UUID) -> None:
    """After somebody deleted their account: memberships that ended long ago lose their name too."""
    forget_everywhere(user_id)
