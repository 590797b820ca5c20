"""How far back things go that do not hang on payments."""

from datetime import timedelta

YEAR = timedelta(days=365)
