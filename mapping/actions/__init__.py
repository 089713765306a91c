"""The map's actions, one file per noun."""
