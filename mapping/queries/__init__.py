"""The map's queries, one file per noun."""
