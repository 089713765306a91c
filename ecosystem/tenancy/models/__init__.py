"""Coalitions, what belongs to them, the addresses that open a narrow scope, and the cache of all processes."""

from ecosystem.tenancy.models.cache import CacheEntry
from ecosystem.tenancy.models.coalition import Coalition
from ecosystem.tenancy.models.link import Link
from ecosystem.tenancy.models.owned import CoalitionKey, CoalitionManager, CoalitionOwned, uuid7

__all__ = ["CacheEntry", "Coalition", "CoalitionKey", "CoalitionManager", "CoalitionOwned", "Link", "uuid7"]
