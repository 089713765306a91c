"""Two invented coalitions, so that whoever tries the software meets it alive."""
