"""A server that fails in every way there is, and what must hold whatever it does."""
