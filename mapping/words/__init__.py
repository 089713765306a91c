"""Names, languages and what a new coalition can begin with."""
