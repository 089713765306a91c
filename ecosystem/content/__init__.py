"""Texts that exist in several languages."""
