"""Search by word in either language, as you type."""
