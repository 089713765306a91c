"""Days, times and numbers as our readers write them, by language; Django asks for these before its own."""
