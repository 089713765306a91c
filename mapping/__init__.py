"""Who is here, what they offer, what is missing."""
