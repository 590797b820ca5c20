"""A client at the full rate for minutes."""
