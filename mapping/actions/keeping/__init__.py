"""Bringing back, and two people at one row."""
