"""Many rows at once, and filters that are kept."""
