"""Pages on which the map is set up."""
