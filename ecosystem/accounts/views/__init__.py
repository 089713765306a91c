"""Pages about people, and the few that everybody may open."""
