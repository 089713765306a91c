"""Coalitions, what belongs to them, and the addresses that open a narrow scope."""

from ecosystem.tenancy.models.coalition import Coalition
from ecosystem.tenancy.models.link import Link
from ecosystem.tenancy.models.owned import CoalitionKey, CoalitionManager, CoalitionOwned, uuid7

__all__ = ["Coalition", "CoalitionKey", "CoalitionManager", "CoalitionOwned", "Link", "uuid7"]
