"""From an uploaded file to rows that wait for a yes: nothing here writes to the map."""
