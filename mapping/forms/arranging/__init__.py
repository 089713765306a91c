"""Forms for areas, places, people, own questions."""
