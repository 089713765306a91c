"""Where things are, and how exactly that may be told. Arithmetic only: no Django, no database, no network."""
