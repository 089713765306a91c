"""`{% load ui %}`: the components of ecosystem.ui.components."""

from ecosystem.ui.components import register

__all__ = ["register"]
