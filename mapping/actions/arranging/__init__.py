"""What arranges the map for everybody: areas, places, people, own questions."""
