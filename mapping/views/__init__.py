"""The map's views, one file per noun."""
