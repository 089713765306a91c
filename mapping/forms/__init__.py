"""The map's forms, one file per noun."""
