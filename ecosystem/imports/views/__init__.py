"""Four steps: file, columns, rows, done."""
