"""Spreadsheets in: from bytes to rows, columns and values; then staging, preview and undo."""
